import assert from "node:assert/strict";

/** A copy of the document with other values at paths such as `packs/0/name`. `undefined` removes the key. */
export function documentWith(document: unknown, changes: Readonly<Record<string, unknown>>): unknown {
  const copy: unknown = structuredClone(document);
  for (const [path, value] of Object.entries(changes)) {
    const keys = path.split("/");
    const last = keys.pop() ?? "";
    let node = copy;
    for (const key of keys) {
      assert.ok(typeof node === "object" && node !== null && key in node, `no ${key} in ${path}`);
      node = Reflect.get(node, key);
    }
    assert.ok(typeof node === "object" && node !== null, `nothing at ${path}`);
    if (value === undefined) Reflect.deleteProperty(node, last);
    else Reflect.set(node, last, value);
  }
  return copy;
}
