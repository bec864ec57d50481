import assert from "node:assert/strict";
import { setImmediate as turn } from "node:timers/promises";
import { forEachFew } from "../../../../../src/backend/platform/installations/forEachFew.ts";

const never = new AbortController().signal;
const noFailure = () => assert.fail("nothing failed");

describe("work for each of some items", () => {
  it("is done for all, in their order, and a few at a time", async () => {
    const done: number[] = [];
    let running = 0;
    let most = 0;
    const work = async (item: number) => {
      most = Math.max(most, (running += 1));
      await turn();
      running -= 1;
      done.push(item);
    };
    await forEachFew([1, 2, 3, 4, 5], 2, never, work, noFailure);
    assert.deepEqual([done, most], [[1, 2, 3, 4, 5], 2]);
    await forEachFew([6], 5, never, work, noFailure);
    await forEachFew([], 5, never, work, noFailure);
    assert.deepEqual(done, [1, 2, 3, 4, 5, 6]);
  });

  it("does not begin once the signal has aborted, and ends what has begun", async () => {
    const closing = new AbortController();
    const ended: number[] = [];
    const work = async (item: number) => {
      if (item === 2) closing.abort();
      await turn();
      ended.push(item);
    };
    await forEachFew([1, 2, 3, 4], 2, closing.signal, work, noFailure);
    assert.deepEqual(ended, [1, 2]);
  });

  it("rejects with the first failure once all that has begun has ended", async () => {
    const ended: number[] = [];
    let failures = 0;
    const work = async (item: number) => {
      if (item === 1) throw new RangeError("the first");
      await turn();
      await turn();
      ended.push(item);
    };
    const onFailure = () => void (failures += 1);
    await assert.rejects(forEachFew([1, 2], 2, never, work, onFailure), RangeError);
    assert.deepEqual([ended, failures], [[2], 1]);
  });
});
