import { t } from "@vscode/l10n";
import { types } from "node:util";
import { errors } from "../errors/errors.ts";
import { formatPath } from "../model/text/formatPath.ts";
import type { ApiUri } from "./manageApi.ts";

// What other extensions pass in may have any form: they may be written without types. Everything is read once, as data,
// before the first wait. No accessor and no proxy runs, so that what was checked is what is used.

/** Where a value is in the arguments: the name of the argument, then keys and indexes. */
export type Place = readonly [string, ...(string | number)[]];

/** The value of an argument that must be a text. @throws `InvalidRequest` that names the place, as all of these do */
export function checkText(value: unknown, ...place: Place): string {
  if (typeof value !== "string") throw invalid(place, t("it must be a text"));
  return value;
}

/** Checks that an argument is a function. */
export function checkFunction(value: unknown, ...place: Place): void {
  if (typeof value !== "function") throw invalid(place, t("it must be a function"));
}

/** A copy of a list of texts: a plain array without holes. */
export function checkTexts(value: unknown, ...place: Place): string[] {
  const isPlain =
    Array.isArray(value) &&
    !types.isProxy(value) &&
    Object.getPrototypeOf(value) === Array.prototype &&
    Reflect.ownKeys(value).length === value.length + 1;
  if (!isPlain) throw invalid(place, t("it must be a list"));
  return Array.from({ length: value.length }, (_, at) =>
    checkText(dataOf(value, String(at), place), ...place, at),
  );
}

/** A copy of a plain object whose values are texts, under any keys. */
export function checkTextByKey(value: unknown, ...place: Place): Record<string, string> {
  const copied = Object.entries(plainCopy(value, place));
  return Object.fromEntries(copied.map(([key, text]) => [key, checkText(text, ...place, key)]));
}

/** A copy of the parts of a URI, such as a `vscode.Uri` has them. */
export function checkUri(value: unknown, ...place: Place): ApiUri {
  if (typeof value !== "object" || value === null || types.isProxy(value)) {
    throw invalid(place, t("it must be a URI"));
  }
  const part = (name: keyof ApiUri) => checkText(Reflect.get(value, name), ...place, name);
  return {
    scheme: part("scheme"),
    authority: part("authority"),
    path: part("path"),
    query: part("query"),
    fragment: part("fragment"),
  };
}

/** A plain object of named keys, copied. Reading a key that is not there, or is undefined, gives undefined. */
export class CheckedObject<Key extends string> {
  readonly #place: Place;
  readonly #values: ReadonlyMap<string, unknown>;

  constructor(value: unknown, place: Place, keys: readonly Key[]) {
    this.#place = place;
    this.#values = new Map(Object.entries(plainCopy(value, place)));
    const known: readonly string[] = keys;
    const unknown = [...this.#values.keys()].find((key) => !known.includes(key));
    if (unknown !== undefined) throw invalid([...place, unknown], t("there is no such key"));
  }

  text(key: Key): string {
    const value = this.optionalText(key);
    if (value === undefined) throw invalid([...this.#place, key], t("it is missing"));
    return value;
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
  if (typeof value !== "boolean") throw invalid(place, t("it must be true or false"));
  return value;
}

/** The data of an object that a literal or `JSON.parse` could have made. */
function plainCopy(value: unknown, place: Place): Record<string, unknown> {
  if (typeof value !== "object" || value === null || types.isProxy(value)) {
    throw invalid(place, t("it must be an object"));
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw invalid(place, t("it must be a plain object, without inherited keys"));
  }
  return Object.fromEntries(
    Reflect.ownKeys(value).map((key) => {
      if (typeof key === "symbol") throw invalid(place, t("a symbol cannot be a key"));
      return [key, dataOf(value, key, place)];
    }),
  );
}

function dataOf(owner: object, key: string, place: Place): unknown {
  const property = Object.getOwnPropertyDescriptor(owner, key);
  if (!property?.enumerable || !("value" in property)) {
    throw invalid([...place, key], t("it must be a value, not an accessor or hidden"));
  }
  return property.value;
}

function invalid(place: Place, problem: string): Error {
  return errors.invalidRequest(t("The request is not valid: {0}: {1}", formatPath(place), problem));
}
