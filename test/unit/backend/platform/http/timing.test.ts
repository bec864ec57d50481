import assert from "node:assert/strict";
import { systemTiming } from "../../../../../src/backend/platform/http/timing.ts";

describe("the clocks of the runtime", () => {
  it("time durations by one that nobody can set", () => {
    const { now } = Date;
    const before = systemTiming.now();
    try {
      Date.now = () => now() - 3_600_000;
      const timed = systemTiming.now() - before;
      assert.ok(timed >= 0 && timed < 60_000, `${timed} ms`);
      assert.ok(Math.abs(systemTiming.date() - Date.now()) < 60_000);
    } finally {
      Date.now = now;
    }
  });

  it("pause until their time has passed, or the signal aborts", async () => {
    await systemTiming.pause(1);
    await systemTiming.pause(1, new AbortController().signal);
    await assert.rejects(systemTiming.pause(60_000, AbortSignal.abort()), { name: "AbortError" });
  });
});
