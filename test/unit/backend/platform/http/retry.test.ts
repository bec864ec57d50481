import assert from "node:assert/strict";
import fc from "fast-check";
import {
  retryAfterOf,
  retryPause,
  withRetries,
  type Attempt,
} from "../../../../../src/backend/platform/http/retry.ts";
import { ManualTiming } from "../../../../support/platform/scripted/manualTiming.ts";

const mayPass = (more: { retryAfter?: number; attempts?: number } = {}): Attempt<string> => ({
  kind: "mayPass",
  error: new Error("busy"),
  ...more,
});

/** Runs attempts that end as listed, the last one again and again. */
async function run(timing: ManualTiming, ...outcomes: readonly Attempt<string>[]) {
  let made = 0;
  const attempt = () => {
    const outcome = outcomes[Math.min(made, outcomes.length - 1)] ?? mayPass();
    made += 1;
    return Promise.resolve(outcome);
  };
  const result = await withRetries(attempt, timing).catch((error: unknown) => String(error));
  return { result, made };
}

describe("trying again", () => {
  const done: Attempt<string> = { kind: "done", value: "answer" };

  it("goes on until it succeeds, with growing pauses", async () => {
    const timing = new ManualTiming();
    assert.deepEqual(await run(timing, mayPass(), mayPass(), done), { result: "answer", made: 3 });
    assert.deepEqual(timing.pauses, [375, 750]);
  });

  it("ends with the failure when that does not pass", async () => {
    const timing = new ManualTiming();
    const { result, made } = await run(timing, mayPass());
    assert.equal(result, "Error: busy");
    assert.equal(made, 6);
    assert.ok(timing.pauses.every((pause, at) => pause >= (timing.pauses[at - 1] ?? 0)));
  });

  it("makes fewer attempts where the failure says so", async () => {
    assert.equal((await run(new ManualTiming(), mayPass({ attempts: 2 }))).made, 2);
  });

  it("waits as long as the platform asks for, and not at all when that is longer than a minute", async () => {
    const timing = new ManualTiming();
    await run(timing, mayPass({ retryAfter: 20_000 }), done);
    assert.deepEqual(timing.pauses, [20_000]);
    assert.equal((await run(timing, mayPass({ retryAfter: 60_000 }), done)).made, 2);
    assert.equal((await run(timing, mayPass({ retryAfter: 60_001 }), done)).made, 1);
  });

  it("begins the next attempt after the pause, and none when the pause is aborted", async () => {
    const timing = new ManualTiming();
    const closing = new AbortController();
    const starts: number[] = [];
    const attempt = () => {
      if (starts.push(timing.now()) === 3) closing.abort();
      return Promise.resolve(mayPass());
    };
    await assert.rejects(withRetries(attempt, timing, closing.signal), { name: "AbortError" });
    assert.deepEqual(
      starts.map((start) => start - (starts[0] ?? 0)),
      [0, 375, 375 + 750],
    );
  });

  it("does not repeat what is thrown", async () => {
    let made = 0;
    const attempt = () => {
      made += 1;
      return Promise.reject(new Error("no privilege"));
    };
    await assert.rejects(withRetries(attempt, new ManualTiming()), /no privilege/);
    assert.equal(made, 1);
  });

  it("every pause has a certain half and a half of chance", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (made, chance) => {
          const pause = retryPause(made, chance);
          assert.ok(pause >= 250 && pause <= 8000, String(pause));
          assert.ok(pause >= retryPause(made, 0) && pause <= retryPause(made, 1));
        },
      ),
    );
  });

  it("reads Retry-After as seconds or as a date", () => {
    const now = Date.parse("2026-06-10T12:00:00Z");
    assert.equal(retryAfterOf("3", now), 3000);
    assert.equal(retryAfterOf("Wed, 10 Jun 2026 12:00:05 GMT", now), 5000);
    assert.equal(retryAfterOf("Wed, 10 Jun 2026 11:00:00 GMT", now), 0);
    assert.equal(retryAfterOf("soon", now), undefined);
    for (const none of [undefined, "", "  "]) assert.equal(retryAfterOf(none, now), undefined);
  });
});
