import assert from "node:assert/strict";
import { IntegrationPacksError, type ErrorCode } from "../../src/errors/errors.ts";

/** Asserts that the promise is rejected with the code. The message must match every pattern. */
export async function rejectsWith(
  promise: Promise<unknown>,
  code: ErrorCode,
  ...patterns: readonly RegExp[]
): Promise<void> {
  await assert.rejects(promise, (error: unknown) => hasCode(error, code, patterns));
}

/** Like `rejectsWith`, for a function that throws. */
export function throwsWith(work: () => unknown, code: ErrorCode, ...patterns: readonly RegExp[]): void {
  assert.throws(work, (error: unknown) => hasCode(error, code, patterns));
}

function hasCode(error: unknown, code: ErrorCode, patterns: readonly RegExp[]): boolean {
  assert.ok(error instanceof IntegrationPacksError, `not an IntegrationPacksError: ${String(error)}`);
  assert.equal(error.code, code, error.message);
  for (const pattern of patterns) {
    assert.match(error.message, pattern);
  }
  return true;
}
