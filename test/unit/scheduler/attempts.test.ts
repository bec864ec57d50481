import assert from "node:assert/strict";
import { errorCodes, IntegrationPacksError, type ErrorCode } from "../../../src/errors/errors.ts";
import { Attempts, isTransient, retryPause } from "../../../src/scheduler/attempts.ts";
import { day } from "../../support/time/durations.ts";

const now = Date.parse("2026-06-19T22:00:00Z");
const second = 1_000;

describe("failed attempts", () => {
  let attempts: Attempts;

  beforeEach(() => {
    attempts = new Attempts();
  });

  it("are followed by pauses that double from five seconds to one minute", () => {
    const pauses = [1, 2, 3, 4, 5, 6, 5_000].map((count) => retryPause(count) / second);
    assert.deepEqual(pauses, [5, 10, 20, 40, 60, 60, 60]);
  });

  it("count, and remember when the first one was and why the last one failed", () => {
    const first = new Error("first");
    assert.deepEqual(attempts.add("s", now, first), {
      count: 1,
      since: now,
      retryAt: now + 5 * second,
      error: first,
      isReported: false,
    });
    const later = new Error("second");
    assert.deepEqual(attempts.add("s", now + 5 * second, later), {
      count: 2,
      since: now,
      retryAt: now + 15 * second,
      error: later,
      isReported: false,
    });
    assert.equal(attempts.add("s", now + 15 * second).error, later, "one without a reason changes none");
    assert.equal(attempts.get("s")?.count, 3);
    assert.equal(attempts.add("s", now + 35 * second, first, true).isReported, true);
  });

  it("pause until the instant of the next one", () => {
    attempts.add("s", now);
    const isPausedAt = (instant: number) => attempts.isPaused("s", instant);
    assert.deepEqual([now, now + 5 * second - 1, now + 5 * second, now + 5 * second + 1].map(isPausedAt), [
      true,
      true,
      false,
      false,
    ]);
    assert.equal(attempts.isPaused("another", now), false);
  });

  it("pause no longer than a minute when the clock was set back", () => {
    attempts.add("s", now);
    const retryAt = now + 5 * second;
    assert.equal(attempts.isPaused("s", retryAt - 60 * second), true);
    assert.equal(attempts.isPaused("s", retryAt - 60 * second - 1), false);
    assert.equal(attempts.isPaused("s", now - day), false);
  });

  it("know the earliest next one", () => {
    assert.equal(attempts.nextRetry(), undefined);
    attempts.add("late", now + 30 * second);
    attempts.add("early", now);
    attempts.add("middle", now + 10 * second);
    assert.equal(attempts.nextRetry(), now + 5 * second);
    attempts.forget("early");
    assert.equal(attempts.nextRetry(), now + 15 * second);
  });

  it("are forgotten where nothing is due", () => {
    attempts.add("ended", now);
    attempts.add("due", now);
    attempts.forgetAllBut(new Set(["due", "new"]));
    assert.equal(attempts.get("ended"), undefined);
    assert.equal(attempts.get("due")?.count, 1);
  });
});

describe("a temporary failure", () => {
  const temporary: readonly ErrorCode[] = ["StoreUnavailable", "Unreachable", "RateLimited"];

  for (const code of errorCodes) {
    it(`${temporary.includes(code) ? "is" : "is not"} one with the code ${code}`, () => {
      assert.equal(isTransient(new IntegrationPacksError(code, "Why.")), temporary.includes(code));
    });
  }

  it("is not an error of another kind, whatever its code", () => {
    assert.equal(isTransient(Object.assign(new Error("No answer."), { code: "Unreachable" })), false);
    assert.equal(isTransient(undefined), false);
  });
});
