import assert from "node:assert/strict";
import type { IntegrationPack } from "../../../../src/model/pack/pack.ts";
import { packsToMarkMissed } from "../../../../src/model/schedule/packsToMarkMissed.ts";
import type { ScheduledRelease, ScheduleState } from "../../../../src/model/schedule/scheduledRelease.ts";
import { scheduledRelease } from "../../../support/arbitrary/arbitraryChoices.ts";
import { component, packOf } from "../../../support/arbitrary/arbitraryPack.ts";

const windowStart = "2026-12-24T05:00:00.000Z";
const before = new Date("2026-12-24T04:59:59.999Z");

const packWith = (differences: Partial<ScheduledRelease> = {}): IntegrationPack => ({
  ...packOf(component("a", { currentVersion: "1" })),
  scheduled: scheduledRelease({ windowStart, versions: { a: "2" }, ...differences }),
});

/** Whether the scheduled release of a restored pack is marked missed, where the backup replaces these packs. */
const isMarked = (restored: IntegrationPack, current: readonly IntegrationPack[], now = before) =>
  packsToMarkMissed([restored], current, now).length === 1;

describe("the scheduled release of a restored pack", () => {
  it("goes on waiting where the replaced store has the same one, until its window starts", () => {
    assert.equal(isMarked(packWith(), [packWith()]), false);
    assert.equal(isMarked(packWith(), [packWith()], new Date(windowStart)), true);
  });

  const others: readonly [why: string, readonly IntegrationPack[]][] = [
    ["lacks the pack", []],
    ["has the pack without it", [packOf(component("a", { currentVersion: "1" }))]],
    ["has it for another pack", [{ ...packWith(), packId: "q" }]],
    ["has it with other versions", [packWith({ versions: { a: "3" } })]],
    ["has it for another date", [packWith({ date: "2026-12-25" })]],
    ["has it scheduled again", [packWith({ scheduledAt: "2026-06-02T08:00:00.000Z" })]],
    ["has it failed", [packWith({ state: "failed" })]],
    ["has another state of the pack", [{ ...packWith(), components: [component("a")] }]],
  ];
  for (const [why, current] of others) {
    it(`is marked missed where the replaced store ${why}`, () => {
      assert.equal(isMarked(packWith(), current), true);
    });
  }

  it("is marked only where the scheduler would run it", () => {
    const states = (...each: readonly ScheduleState[]) =>
      each.filter((state) => isMarked(packWith({ state }), []));
    assert.deepEqual(states("scheduled", "releasing", "failed", "missed", "unknown"), [
      "scheduled",
      "releasing",
    ]);
    assert.equal(isMarked(packOf(component("a")), []), false);
  });

  it("that is running goes on where the replaced store has it running, too", () => {
    const running = packWith({ state: "releasing" });
    assert.equal(isMarked(running, [running]), false);
  });
});
