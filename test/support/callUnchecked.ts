import assert from "node:assert/strict";

/** Calls a method without type checks, as a caller in JavaScript can. Throws what the method throws at once. */
export function callUnchecked(target: object, method: string, ...args: unknown[]): Promise<unknown> {
  const member: unknown = Reflect.get(target, method);
  assert.ok(typeof member === "function", `no method ${method}`);
  return Promise.resolve(Reflect.apply(member, target, args) as unknown);
}
