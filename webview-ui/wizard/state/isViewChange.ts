import type { StoredPage } from "./pageState.ts";

/** Whether the user only looked at other rows of the table between the two states, as with each letter of a search. */
export function isViewChange(before: StoredPage, after: StoredPage): boolean {
  const { view: viewBefore, ...sharedBefore } = before.shared;
  const { view: viewAfter, ...sharedAfter } = after.shared;
  return (
    viewBefore !== viewAfter && before.packs === after.packs && haveSameValues(sharedBefore, sharedAfter)
  );
}

function haveSameValues(one: object, other: object): boolean {
  const entries = new Map<string, unknown>(Object.entries(one));
  const others = Object.entries(other);
  return entries.size === others.length && others.every(([key, value]) => entries.get(key) === value);
}
