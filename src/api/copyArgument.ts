import * as l10n from "@vscode/l10n";
import { types } from "node:util";
import { errors } from "../errors/errors.ts";
import { formatPath } from "../model/text/formatPath.ts";
import type { ApiUri } from "./manageApi.ts";

// What other extensions pass in may have any form: they may be written without types. Everything is read once, as data,
// before the first wait. No accessor and no proxy runs, so that what is checked later is what is used.

/** Where a value is in the arguments: the name of the argument, then keys and indexes. */
export type Place = readonly [string, ...(string | number)[]];

/** How deep data may be nested, and how many values it may have. A release plan of a thousand full packs has 600,000. */
const deepest = 20;
const mostValues = 700_000;

/**
 * A copy of an argument: plain objects, lists, texts, numbers, booleans, null and undefined, as a literal or `JSON.parse`
 * makes them.
 *
 * @throws `InvalidRequest` that names the place, also for data without end
 */
export function copyArgument(value: unknown, name: string): unknown {
  let values = 0;
  const copy = (each: unknown, place: Place): unknown => {
    values += 1;
    if (place.length > deepest || values > mostValues) {
      throw invalidArgument(place, l10n.t("it is too large or nested too deep"));
    }
    if (typeof each !== "object" || each === null) return copyScalar(each, place);
    if (types.isProxy(each)) throw invalidArgument(place, l10n.t("it must be a plain object or a list"));
    const prototype: unknown = Object.getPrototypeOf(each);
    if (Array.isArray(each) && prototype === Array.prototype) {
      return itemsOf(each, place).map((item, at) => copy(item, [...place, at]));
    }
    if (prototype !== Object.prototype && prototype !== null) {
      throw invalidArgument(place, l10n.t("it must be a plain object or a list, without inherited keys"));
    }
    return Object.fromEntries(
      Reflect.ownKeys(each).map((key) => {
        if (typeof key === "symbol") throw invalidArgument(place, l10n.t("a symbol cannot be a key"));
        return [key, copy(dataOf(each, key, place), [...place, key])];
      }),
    );
  };
  return copy(value, [name]);
}

/** The value of an argument that must be a text. @throws `InvalidRequest` that names the place */
export function checkText(value: unknown, ...place: Place): string {
  if (typeof value !== "string") throw invalidArgument(place, l10n.t("it must be a text"));
  return value;
}

/** A copy of the parts of a URI, such as a `vscode.Uri` has them. @throws `InvalidRequest` that names the place */
export function copyUri(value: unknown, name: string): ApiUri {
  if (typeof value !== "object" || value === null || types.isProxy(value)) {
    throw invalidArgument([name], l10n.t("it must be a URI"));
  }
  const part = (key: keyof ApiUri) => checkText(Reflect.get(value, key), name, key);
  return {
    scheme: part("scheme"),
    authority: part("authority"),
    path: part("path"),
    query: part("query"),
    fragment: part("fragment"),
  };
}

/** A listener, as it is. @throws `InvalidRequest` */
export function checkListener(value: unknown): void {
  if (typeof value !== "function") throw invalidArgument(["listener"], l10n.t("it must be a function"));
}

/** The error for an argument, which names the place. */
export function invalidArgument(place: Place, problem: string): Error {
  return errors.invalidRequest(l10n.t("The request is not valid: {0}: {1}", formatPath(place), problem));
}

/** The items of an array without holes and without other keys. */
function itemsOf(list: readonly unknown[], place: Place): unknown[] {
  if (Reflect.ownKeys(list).length !== list.length + 1)
    throw invalidArgument(place, l10n.t("it must be a list"));
  return Array.from({ length: list.length }, (_, at) => dataOf(list, String(at), place));
}

function copyScalar(value: unknown, place: Place): unknown {
  if (value === null || ["string", "number", "boolean", "undefined"].includes(typeof value)) return value;
  throw invalidArgument(place, l10n.t("it must be a text, a number, true, false, a list or an object"));
}

function dataOf(owner: object, key: string, place: Place): unknown {
  const property = Object.getOwnPropertyDescriptor(owner, key);
  if (!property?.enumerable || !("value" in property)) {
    throw invalidArgument([...place, key], l10n.t("it must be a value, not an accessor or hidden"));
  }
  return property.value;
}
