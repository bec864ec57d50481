import { nameOrder } from "../../base/language.ts";

/** Compares names for sorting as people expect it: `Orders 2` before `Orders 10`, letter case last. */
export function compareNames(one: string, other: string): number {
  return nameOrder().compare(one, other);
}
