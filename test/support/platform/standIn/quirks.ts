import { isRow } from "./platformObject.ts";

/** Ways in which answers differ from what is published. A reader tolerates them all. */
export interface Quirks {
  /** Numbers and booleans as strings. */
  stringValues: boolean;
  /** A list with one element as that element. */
  bareLists: boolean;
  /** Lists without elements left out. */
  noEmptyLists: boolean;
  /** `INPROGRESS` for `IN_PROGRESS`. */
  inProgressInOneWord: boolean;
  /** Keys that nobody knows. */
  unknownKeys: boolean;
}

export const noQuirks: Quirks = {
  stringValues: false,
  bareLists: false,
  noEmptyLists: false,
  inProgressInOneWord: false,
  unknownKeys: false,
};

export const allQuirks: Quirks = {
  stringValues: true,
  bareLists: true,
  noEmptyLists: true,
  inProgressInOneWord: true,
  unknownKeys: true,
};

/** An answer with these quirks. */
export function withQuirks(value: unknown, quirks: Quirks): unknown {
  if (Array.isArray(value)) {
    const list = value.map((one) => withQuirks(one, quirks));
    return quirks.bareLists && list.length === 1 ? list[0] : list;
  }
  if (isRow(value)) {
    const entries = Object.entries(value)
      .filter(([, one]) => !(quirks.noEmptyLists && Array.isArray(one) && one.length === 0))
      .map(([key, one]): [string, unknown] => [key, withQuirks(one, quirks)]);
    if (quirks.unknownKeys)
      entries.unshift(["@context", "unknown"], ["futureProperty", { of: ["the", "API"] }]);
    return Object.fromEntries(entries);
  }
  if (quirks.stringValues && (typeof value === "number" || typeof value === "boolean")) return String(value);
  if (quirks.inProgressInOneWord && value === "IN_PROGRESS") return "INPROGRESS";
  return value;
}
