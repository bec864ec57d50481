import assert from "node:assert/strict";
import { errorCodes, IntegrationPacksError, type ErrorCode } from "../../../src/errors/errors.ts";
import { isRefusal, LockOut } from "../../../src/scheduler/lockOut.ts";
import { ScriptedQueue } from "../../support/scheduler/scriptedQueue.ts";
import { day, minute } from "../../support/time/durations.ts";

const now = Date.parse("2026-06-19T22:00:00Z");
const end = now + 5 * minute;

describe("the time in which a refused client runs nothing", () => {
  const queue = new ScriptedQueue();
  let lockOut: LockOut;

  beforeEach(() => {
    lockOut = new LockOut();
  });

  it("has not begun without a refusal", () => {
    assert.equal(lockOut.isActive(queue, now), false);
    assert.equal(lockOut.endsAt(now), undefined);
  });

  it("lasts five minutes", () => {
    lockOut.begin(queue, now);
    const isActiveAt = (instant: number) => lockOut.isActive(queue, instant);
    assert.deepEqual([now, end - 1, end, end + 1].map(isActiveAt), [true, true, false, false]);
    assert.equal(lockOut.endsAt(end - 1), end);
    assert.equal(lockOut.endsAt(end), undefined);
  });

  it("is extended by another refusal, and only the first one is reported", () => {
    assert.equal(lockOut.begin(queue, now), true);
    assert.equal(lockOut.begin(queue, now + minute), false);
    assert.equal(lockOut.endsAt(end), end + minute);
    lockOut.end();
    assert.equal(lockOut.begin(queue, now + minute), true);
  });

  it("is not longer when the clock was set back", () => {
    lockOut.begin(queue, now);
    assert.equal(lockOut.isActive(queue, now - 1), false);
    assert.equal(lockOut.endsAt(now - day), undefined);
  });

  it("ends once the platform accepts the client", () => {
    lockOut.begin(queue, now);
    lockOut.end();
    assert.equal(lockOut.isActive(queue, now), false);
    assert.equal(lockOut.endsAt(now), undefined);
  });

  it("does not count for the queue of another sign-in", () => {
    lockOut.begin(queue, now);
    const other = new ScriptedQueue();
    assert.equal(lockOut.isActive(other, now), false);
    assert.equal(lockOut.begin(other, now), true);
    assert.equal(lockOut.isActive(queue, now), false);
  });
});

describe("a refusal of the client", () => {
  const refusals: readonly ErrorCode[] = ["Unauthorized", "Forbidden"];

  for (const code of errorCodes) {
    it(`${refusals.includes(code) ? "is" : "is not"} an error with the code ${code}, itself or as the cause`, () => {
      const error = new IntegrationPacksError(code, "Why.");
      const outer = new IntegrationPacksError("Conflict", "What.", { cause: error });
      assert.deepEqual([isRefusal(error), isRefusal(outer)], Array(2).fill(refusals.includes(code)));
    });
  }

  it("is not an error of another kind, whatever its code", () => {
    assert.equal(isRefusal(Object.assign(new Error("No."), { code: "Forbidden" })), false);
    assert.equal(isRefusal(undefined), false);
  });
});
