import assert from "node:assert/strict";
import fc from "fast-check";
import { RateLimiter, sharedLimiter } from "../../../../../src/backend/platform/http/rateLimiter.ts";
import { rejectsWith } from "../../../../support/rejectsWith.ts";
import { ManualTiming } from "../../../../support/platform/scripted/manualTiming.ts";

describe("the rate limit", function () {
  this.timeout(20_000);

  it("lets no more than so many through in any second, in the order in which they came", () =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 10 }),
        fc.integer({ min: 1, max: 60 }),
        async (rate, count) => {
          const timing = new ManualTiming();
          const limiter = new RateLimiter(rate, timing);
          const starts: { at: number; turn: number }[] = [];
          const turns = Array.from({ length: count }, (_, turn) =>
            limiter.acquire().then(() => starts.push({ at: timing.now(), turn })),
          );
          await Promise.all(turns);
          assert.deepEqual(
            starts.map(({ turn }) => turn),
            turns.map((_, turn) => turn),
          );
          for (const [index, { at }] of starts.entries()) {
            const later = starts[index + rate];
            if (later) assert.ok(later.at - at > 1000, `${rate} a second: ${later.at - at} ms`);
          }
        },
      ),
    ));

  it("does not hold up the first ones", async () => {
    const timing = new ManualTiming();
    const limiter = new RateLimiter(5, timing);
    await Promise.all(Array.from({ length: 5 }, () => limiter.acquire()));
    assert.deepEqual(timing.pauses, []);
  });

  it("pauses once before each turn, however many wait", async () => {
    const timing = new ManualTiming();
    const limiter = new RateLimiter(1, timing);
    await Promise.all(Array.from({ length: 4 }, () => limiter.acquire()));
    assert.deepEqual(timing.pauses, [1_050, 1_050, 1_050]);
  });

  it("holds everything back as long as the platform asks for", async () => {
    const timing = new ManualTiming();
    const limiter = new RateLimiter(10, timing);
    limiter.holdBack(7000);
    const start = timing.now();
    await limiter.acquire();
    assert.equal(timing.now() - start, 7000);
  });

  it("who gives up leaves the queue, and uses up no turn", async () => {
    const timing = new ManualTiming();
    const limiter = new RateLimiter(1, timing);
    await limiter.acquire();
    const leaving = new AbortController();
    const left = limiter.acquire(leaving.signal);
    const next = limiter.acquire();
    leaving.abort();
    await rejectsWith(left, "Unreachable", /closed/);
    const start = timing.now();
    await next;
    assert.ok(timing.now() - start < 1100);
    await rejectsWith(limiter.acquire(AbortSignal.abort()), "Unreachable");
  });

  it("is one for all connections to an account, with the rate that was set last", () => {
    const one = sharedLimiter("unit test, account 1", 5);
    assert.equal(sharedLimiter("unit test, account 1", 2), one);
    assert.notEqual(sharedLimiter("unit test, account 2", 5), one);
  });
});
