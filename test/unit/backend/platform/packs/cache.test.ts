import assert from "node:assert/strict";
import { Cache } from "../../../../../src/backend/platform/packs/cache.ts";

const lifetime = 1_000;

/** A cache with a clock that the test sets, and a source that counts how often it is read. */
function cacheWithClock() {
  const clock = { now: 5_000 };
  const cache = new Cache<number>(lifetime, () => clock.now);
  let reads = 0;
  return { clock, cache, read: () => Promise.resolve((reads += 1)) };
}

describe("a cache", () => {
  it("reads a value once for its lifetime, and anew after that", async () => {
    const { clock, cache, read } = cacheWithClock();
    const values = [await cache.get("a", read)];
    for (const now of [5_000, 5_999, 6_000, 6_999]) {
      clock.now = now;
      values.push(await cache.get("a", read));
    }
    assert.deepEqual(values, [1, 1, 1, 2, 2]);
  });

  it("shows a value for its lifetime only", async () => {
    const { clock, cache, read } = cacheWithClock();
    assert.equal(cache.peek("a"), undefined);
    void cache.get("a", read);
    clock.now += lifetime - 1;
    assert.equal(await cache.peek("a"), 1);
    assert.equal(cache.peek("b"), undefined);
    clock.now += 1;
    assert.equal(cache.peek("a"), undefined);
  });

  it("shares one reading between those who ask at the same time", async () => {
    const { cache, read } = cacheWithClock();
    assert.deepEqual(
      await Promise.all([cache.get("a", read), cache.get("a", read), cache.get("b", read)]),
      [1, 1, 2],
    );
  });

  it("does not store a failure", async () => {
    const { cache, read } = cacheWithClock();
    await assert.rejects(
      cache.get("a", () => Promise.reject(new Error("no"))),
      /no/,
    );
    assert.equal(cache.peek("a"), undefined);
    assert.equal(await cache.get("a", read), 1);
  });

  it("stores a later value although an earlier one fails after it", async () => {
    const { cache, read } = cacheWithClock();
    let fail: (reason: Error) => void = () => undefined;
    const failing = cache.set("a", new Promise((_, reject) => (fail = reject)));
    await cache.set("a", read());
    fail(new Error("no"));
    await assert.rejects(failing, /no/);
    assert.equal(await cache.peek("a"), 1);
  });

  it("forgets one value or all", async () => {
    const { cache, read } = cacheWithClock();
    await Promise.all([cache.get("a", read), cache.get("b", read)]);
    cache.delete("a");
    assert.deepEqual([cache.peek("a"), await cache.peek("b")], [undefined, 2]);
    cache.clear();
    assert.equal(cache.peek("b"), undefined);
  });
});
