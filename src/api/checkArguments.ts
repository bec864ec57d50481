import * as l10n from "@vscode/l10n";
import { checkText, invalidArgument, type Place } from "./copyArgument.ts";

// Checks of arguments that `copyArgument` copied.

/** A list of texts. @throws `InvalidRequest` that names the place, as all of these do */
export function checkTexts(value: unknown, ...place: Place): string[] {
  if (!Array.isArray(value)) throw invalidArgument(place, l10n.t("it must be a list"));
  return value.map((text: unknown, at) => checkText(text, ...place, at));
}

/** An object whose values are texts, under any keys. */
export function checkTextByKey(value: unknown, ...place: Place): Record<string, string> {
  const entries = entriesOf(value, place);
  return Object.fromEntries(entries.map(([key, text]) => [key, checkText(text, ...place, key)]));
}

/** An object of named keys. Reading a key that is not there, or is undefined, gives undefined. */
export class CheckedObject<Key extends string> {
  readonly #place: Place;
  readonly #values: ReadonlyMap<string, unknown>;

  constructor(value: unknown, place: Place, keys: readonly Key[]) {
    this.#place = place;
    this.#values = new Map(entriesOf(value, place));
    const known: readonly string[] = keys;
    const unknown = [...this.#values.keys()].find((key) => !known.includes(key));
    if (unknown !== undefined) throw invalidArgument([...place, unknown], l10n.t("there is no such key"));
  }

  text(key: Key): string {
    const value = this.optionalText(key);
    if (value === undefined) throw invalidArgument([...this.#place, key], l10n.t("it is missing"));
    return value;
  }

  texts(key: Key): string[] {
    return checkTexts(this.#values.get(key), ...this.#place, key);
  }

  optionalText(key: Key): string | undefined {
    return this.#optional(key, checkText);
  }

  optionalTextByKey(key: Key): Record<string, string> | undefined {
    return this.#optional(key, checkTextByKey);
  }

  optionalBoolean(key: Key): boolean | undefined {
    return this.#optional(key, checkBoolean);
  }

  #optional<T>(key: Key, check: (value: unknown, ...place: Place) => T): T | undefined {
    const value = this.#values.get(key);
    return value === undefined ? undefined : check(value, ...this.#place, key);
  }
}

function checkBoolean(value: unknown, ...place: Place): boolean {
  if (typeof value !== "boolean") throw invalidArgument(place, l10n.t("it must be true or false"));
  return value;
}

function entriesOf(value: unknown, place: Place): [string, unknown][] {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return Object.entries(value);
  throw invalidArgument(place, l10n.t("it must be an object"));
}
