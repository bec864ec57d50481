import assert from "node:assert/strict";
import { changesBetween, releasedByPlan } from "../../../../src/model/plan/releasedByPlan.ts";
import { pastReleases } from "../../../../src/model/release/pastRelease.ts";
import type { Release } from "../../../../src/model/release/release.ts";
import { component, packOf } from "../../../support/arbitrary/arbitraryPack.ts";
import { emptyHash, otherHash } from "../../../support/fixtures/planHashes.ts";

const packNamed = (packId: string) => ({ ...packOf(component("a")), packId });

function release(releaseId: string, day: number, planHash?: string): Release {
  return {
    releaseId,
    releasedAt: `2026-06-0${day}T08:00:00Z`,
    releasedBy: "dev@example.com",
    trigger: "immediate",
    versions: { a: "1" },
    ...(planHash !== undefined && { plan: { planHash } }),
  };
}

describe("the packs that were released under a plan", () => {
  it("are found by its hash, the last one first, each with the release before", () => {
    const found = releasedByPlan(
      [
        { pack: packNamed("p"), history: [release("p3", 5), release("p2", 3, emptyHash), release("p1", 1)] },
        { pack: packNamed("q"), history: [release("q1", 4, emptyHash)] },
        { pack: packNamed("other"), history: [release("o1", 2, otherHash)] },
        { pack: packNamed("never"), history: [] },
      ],
      emptyHash,
    );
    assert.deepEqual(
      found.map(({ pack, past }) => [pack.packId, past.release.releaseId, past.previous?.releaseId]),
      [
        ["q", "q1", undefined],
        ["p", "p2", "p1"],
      ],
    );
  });

  it("count with the first release under the plan, where a pack has several", () => {
    const history = [release("p3", 3, emptyHash), release("p2", 2, emptyHash), release("p1", 1)];
    const [found] = releasedByPlan([{ pack: packNamed("p"), history }], emptyHash);
    assert.equal(found?.past.release.releaseId, "p2");
  });

  it("changed what differs from the release before, and are all new where there is none", () => {
    const versions = (history: readonly Release[]) => {
      const [past] = pastReleases(history);
      assert.ok(past);
      return changesBetween(past, new Map()).map(({ from, to }) => [from, to]);
    };
    const before = { ...release("p1", 1), versions: { a: "0" } };
    assert.deepEqual(versions([release("p2", 2), before]), [["0", "1"]]);
    assert.deepEqual(versions([release("p2", 2)]), [["", "1"]]);
  });
});
