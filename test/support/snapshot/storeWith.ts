import assert from "node:assert/strict";
import { parseSnapshot } from "../../../src/model/snapshot/parseSnapshot.ts";
import { store } from "../fixtures/store.ts";
import { throwsWith } from "../rejectsWith.ts";

/** The fixtures' store with other values at some paths such as `packs/0/name`; `undefined` removes the key. */
export function storeWith(changes: Readonly<Record<string, unknown>>): unknown {
  const document: unknown = structuredClone(store());
  for (const [path, value] of Object.entries(changes)) {
    const keys = path.split("/");
    const last = keys.pop() ?? "";
    let node = document;
    for (const key of keys) {
      assert.ok(typeof node === "object" && node !== null && key in node, `no ${key} in ${path}`);
      node = Reflect.get(node, key);
    }
    assert.ok(typeof node === "object" && node !== null, `nothing at ${path}`);
    if (value === undefined) Reflect.deleteProperty(node, last);
    else Reflect.set(node, last, value);
  }
  return document;
}

/** A test that the store with one other value is refused with that problem, at the place that was changed or at `place`. */
export function refuses(rule: string, at: string, value: unknown, problem: RegExp, place?: string): void {
  it(`refuses, and names the path: ${rule}`, () => {
    const path = place ?? at.replace(/\/(\d+)/g, "[$1]").replaceAll("/", ".");
    refusedAt(() => parseSnapshot(storeWith({ [at]: value })), path, problem);
  });
}

/** Checks that a snapshot is refused with a problem at a path. */
export function refusedAt(parse: () => unknown, path: string, problem: RegExp): void {
  const start = `The snapshot was not imported: ${path}: `;
  throwsWith(parse, "InvalidRequest", problem, new RegExp(`^${start.replace(/[$.[\]]/g, "\\$&")}`));
}
