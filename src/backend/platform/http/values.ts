import * as v from "valibot";

/** Half of a surrogate pair would come back from the workspace's records, and go into a path, as something else. */
const wellFormed = (value: string | number | boolean) => String(value).toWellFormed();

/** Text that must be there: without an id nothing can be done with a row, and leaving it out would lose it. */
export const id = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform((value) => wellFormed(value)),
  v.minLength(1),
);

/** Anything or nothing: a key that is missing is read as null. */
const anything = v.optional(v.unknown(), null);

/** Text that may be missing, or may come as a number or a boolean; `""` where there is none. */
export const text = v.pipe(
  anything,
  v.transform((value) =>
    typeof value === "string" || typeof value === "number" || typeof value === "boolean"
      ? wellFormed(value)
      : "",
  ),
);

/** A number that may come as text; 0 where there is none. */
export const number = v.pipe(
  text,
  v.transform((value) => Number(value) || 0),
);

/** A boolean that may come as text; false where there is none. */
export const boolean = v.pipe(
  text,
  v.transform((value) => value.toLowerCase() === "true"),
);

/** An instant; one that cannot be read is put first in time, so that it sorts last and is shown at all. */
export const instant = v.pipe(
  text,
  v.transform((value) => (Number.isNaN(Date.parse(value)) ? "1970-01-01T00:00:00Z" : value)),
);

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A list that may be missing, or a bare object when it has one element. A row that cannot be read hides no other one. */
export function list<T>(item: v.GenericSchema<unknown, T>) {
  return v.pipe(
    countedList(item),
    v.transform(({ rows }) => rows),
  );
}

export const componentType = v.pipe(
  text,
  v.transform((value) => (/web\s*service|api/i.test(value) ? ("webservice" as const) : ("process" as const))),
);

export const installationType = v.pipe(
  text,
  v.transform((value) => (value.toUpperCase() === "MULTI" ? ("MULTI" as const) : ("SINGLE" as const))),
);

/** A boolean of which it matters whether it is there. */
export const optionalBoolean = v.pipe(
  text,
  v.transform((value) => (value === "" ? undefined : value.toLowerCase() === "true")),
);

/** The rows of a list: one that is absent is no empty list, and one with a row that cannot be read is not whole. */
export interface CountedRows<T> {
  readonly isListed: boolean;
  readonly rows: readonly T[];
  /** How many rows cannot be read. */
  readonly unreadable: number;
}

/** Reads a list of which it matters whether it is there, and whether it is whole. */
export function countedList<T>(item: v.GenericSchema<unknown, T>) {
  return v.pipe(
    anything,
    v.transform((value): CountedRows<T> => {
      if (value === undefined || value === null || value === "") {
        return { isListed: false, rows: [], unreadable: 0 };
      }
      const listed: readonly unknown[] = Array.isArray(value) ? value : [value];
      const rows = readable(item, listed);
      return { isListed: true, rows, unreadable: listed.length - rows.length };
    }),
  );
}

/** The value of a key of an object that may be missing. */
export function inside<T>(key: string, item: v.GenericSchema<unknown, T>) {
  return v.pipe(
    anything,
    v.transform((value) => (isObject(value) ? value[key] : undefined)),
    item,
  );
}

function readable<T>(item: v.GenericSchema<unknown, T>, listed: readonly unknown[]): T[] {
  return listed.flatMap((one) => {
    const row = v.safeParse(item, one);
    return row.success ? [row.output] : [];
  });
}
