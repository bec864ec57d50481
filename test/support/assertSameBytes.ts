import assert from "node:assert/strict";

/** Compares the contents of two files. `deepEqual` of two that differ describes each byte, which takes gigabytes of memory. */
export function assertSameBytes(actual: Buffer, expected: Buffer): void {
  const first = actual.findIndex((byte, index) => byte !== expected[index]);
  assert.ok(
    actual.equals(expected),
    `${actual.length} bytes instead of ${expected.length}, different from byte ${first === -1 ? actual.length : first} on`,
  );
}
