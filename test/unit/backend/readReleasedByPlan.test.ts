import assert from "node:assert/strict";
import { readReleasedByPlan } from "../../../src/backend/readReleasedByPlan.ts";
import type { Release } from "../../../src/model/release/release.ts";
import { packOf } from "../../support/arbitrary/arbitraryPack.ts";

const planHash = `sha256:${"0".repeat(64)}`;

describe("reading what a plan released", () => {
  const release = (releaseId: string, releasedAt: string, ofPlan: boolean): Release => ({
    releaseId,
    releasedAt,
    releasedBy: "dev",
    trigger: "immediate",
    versions: {},
    ...(ofPlan && { plan: { planHash } }),
  });
  const histories = new Map([
    ["a", [release("a-1", "2026-01-01T00:00:00Z", true)]],
    ["b", [release("b-2", "2026-03-01T00:00:00Z", false), release("b-1", "2026-02-01T00:00:00Z", true)]],
    ["c", [release("c-1", "2026-01-01T00:00:00Z", false)]],
  ]);
  const backend = {
    listPacks: () => Promise.resolve([...histories.keys()].map((packId) => ({ ...packOf(), packId }))),
    history: (packId: string) => Promise.resolve(histories.get(packId) ?? []),
  };

  it("finds the release of each pack, the last one first", async () => {
    const found = await readReleasedByPlan(backend, planHash);
    assert.deepEqual(
      found.map(({ pack, past }) => [pack.packId, past.release.releaseId]),
      [
        ["b", "b-1"],
        ["a", "a-1"],
      ],
    );
    assert.deepEqual(await readReleasedByPlan(backend, "sha256:another"), []);
  });
});
