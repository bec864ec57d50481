import assert from "node:assert/strict";
import {
  canBeReleased,
  countChanges,
  mostCountedChanges,
  scheduledPacks,
  summarizePack,
  type IntegrationPack,
  type PackComponent,
} from "../../../../src/model/pack/pack.ts";
import { scheduleOf } from "../../../../src/model/schedule/scheduledRelease.ts";
import { scheduledRelease } from "../../../support/arbitrary/arbitraryChoices.ts";
import { component, packOf } from "../../../support/arbitrary/arbitraryPack.ts";

const released = component("a", { currentVersion: "1" });

describe("rule 4: a pack", () => {
  const cases: readonly [why: string, Partial<PackComponent>, changes: boolean][] = [
    ["was never released", { currentVersion: "" }, true],
    ["is as it was released", {}, false],
    ["is marked Deleted", { deleted: true }, true],
    ["has another pending version", { pendingVersion: "2" }, true],
    ["has its current version pending", { pendingVersion: "1" }, false],
    ["has a latest version", { latestVersion: "2" }, true],
    [
      "has a latest version while its current one is pending",
      { pendingVersion: "1", latestVersion: "2" },
      true,
    ],
  ];
  for (const [why, differences, changes] of cases) {
    it(`${changes ? "can" : "cannot"} be released where its component ${why}`, () => {
      const pack = packOf({ ...released, ...differences });
      assert.equal(canBeReleased(pack), changes);
      assert.equal(countChanges(pack), changes ? 1 : 0);
      assert.equal(summarizePack(pack).releasable, changes);
    });
  }

  it("cannot be released without components", () => assert.equal(canBeReleased(packOf()), false));

  it("counts its changes up to a limit", () => {
    const packWith = (count: number) =>
      packOf(released, ...Array.from({ length: count }, (_, at) => component(`new ${at}`)));
    assert.deepEqual(
      [0, 9, 10, 11].map((count) => countChanges(packWith(count))),
      [0, 9, mostCountedChanges, mostCountedChanges],
    );
  });
});

describe("the summary of a pack", () => {
  it("leaves out its components, and what is not there", () => {
    const { components: _, ...properties } = packOf();
    assert.deepEqual(summarizePack(packOf(released, component("b"))), {
      ...properties,
      componentCount: 2,
      changeCount: 1,
      releasable: true,
      released: true,
    });
  });

  it("has the date of the last release, the schedule, and the release whose end is not known", () => {
    const scheduled = scheduledRelease({ versions: { a: "1" } });
    const unsettled = { attemptId: "t", state: "running", sentAt: "", sentBy: "" } as const;
    const pack: IntegrationPack = { ...packOf(released), scheduled, unsettled };
    const summary = summarizePack(pack, "2026-03-01T08:00:00Z");
    assert.equal(summary.lastReleasedAt, "2026-03-01T08:00:00Z");
    assert.deepEqual(summary.scheduled, scheduleOf(scheduled));
    assert.deepEqual(summary.unsettled, unsettled);
  });

  it("says that it was released once it has a current version or the date of a release", () => {
    assert.equal(summarizePack(packOf(component("a"))).released, false);
    assert.equal(summarizePack(packOf(component("a"), released)).released, true);
    assert.equal(summarizePack(packOf(component("a")), "2026-03-01T08:00:00Z").released, true);
  });
});

describe("the packs with a scheduled release", () => {
  it("are sorted by the start of their window, and leave out those without one", () => {
    const packAt = (packId: string, windowStart: string) =>
      summarizePack({ ...packOf(), packId, scheduled: scheduledRelease({ windowStart }) });
    const packs = scheduledPacks([
      packAt("last", "2026-12-03T00:00:00Z"),
      packAt("first", "2026-12-01T00:00:00Z"),
      summarizePack({ ...packOf(), packId: "not scheduled" }),
      packAt("second", "2026-12-02T00:00:00Z"),
    ]);
    assert.deepEqual(
      packs.map(({ packId }) => packId),
      ["first", "second", "last"],
    );
  });
});
