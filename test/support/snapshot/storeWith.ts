import { parseSnapshot } from "../../../src/model/snapshot/parseSnapshot.ts";
import { documentWith } from "../documentWith.ts";
import { store } from "../fixtures/store.ts";
import { throwsWith } from "../rejectsWith.ts";

/** The store of the fixtures with other values at paths such as `packs/0/name`. `undefined` removes the key. */
export function storeWith(changes: Readonly<Record<string, unknown>>): unknown {
  return documentWith(store(), changes);
}

/**
 * Registers a test: a snapshot with another value at the path `at` is refused with a message that matches `problem`. The
 * message names that path, or `place` if it is given.
 */
export function refuses(rule: string, at: string, value: unknown, problem: RegExp, place?: string): void {
  it(`refuses a snapshot and names the path: ${rule}`, () => {
    const path = place ?? at.replace(/\/(\d+)/g, "[$1]").replaceAll("/", ".");
    refusedAt(() => parseSnapshot(storeWith({ [at]: value })), path, problem);
  });
}

/** Asserts that a snapshot is refused with a message that names the path and matches `problem`. */
export function refusedAt(parse: () => unknown, path: string, problem: RegExp): void {
  const start = `The snapshot was not imported: ${path}: `;
  throwsWith(parse, "InvalidRequest", problem, new RegExp(`^${start.replace(/[$.[\]]/g, "\\$&")}`));
}
