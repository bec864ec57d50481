import assert from "node:assert/strict";
import type { PlanPlace } from "../../../../src/model/plan/check/planCheck.ts";
import type { PlannedComponent, PlannedPack, ReleasePlan } from "../../../../src/model/plan/releasePlan.ts";
import { replaceImpossibleVersions } from "../../../../src/model/plan/updatePlan.ts";
import { planCheck } from "../../../support/fixtures/planCheck.ts";

const planned = (componentId: string): PlannedComponent => ({
  componentId,
  name: componentId,
  from: "1",
  to: "2",
  packageId: "planned",
});
const drafted = (componentId: string): PlannedComponent => ({
  ...planned(componentId),
  to: "3",
  packageId: "drafted",
});
const { packageId: _, ...withoutPackage } = planned("a");

const packOf = (...components: readonly PlannedComponent[]): PlannedPack => ({
  packId: "p0",
  name: "Pack 0",
  components,
});

/** The components of a plan for `a` and `b`, after a check named these places in it. */
function replaced(
  places: readonly PlanPlace[] | undefined,
  draft = packOf(drafted("a"), drafted("b")),
): readonly PlannedComponent[] | undefined {
  const plan: ReleasePlan = {
    planVersion: 1,
    target: { backend: "local" },
    packs: [packOf(planned("a"), planned("b"))],
  };
  const check = planCheck("drift");
  const packs = check.packs.map((pack) => ({ ...pack, ...(places && { places }) }));
  const drafts = new Map([[draft.packId, draft]]);
  return replaceImpossibleVersions(plan, drafts, { ...check, packs }).packs[0]?.components;
}

describe("a plan whose versions no longer exist or may not be released", () => {
  const both = [planned("a"), planned("b")];

  it("gets the drafted version for exactly those", () => {
    assert.deepEqual(replaced([{ key: "to", componentId: "a" }]), [drafted("a"), planned("b")]);
  });

  it("loses the package id of a version that is another packaged version now", () => {
    assert.deepEqual(replaced([{ key: "packageId", componentId: "a" }]), [withoutPackage, planned("b")]);
  });

  it("stays as it is where the check names nothing, or something else", () => {
    assert.deepEqual(replaced(undefined), both);
    assert.deepEqual(replaced([{ key: "from", componentId: "a" }, { key: "name" }, { key: "date" }]), both);
  });

  it("stays as it is where the draft does not have the component or the pack", () => {
    const place = { key: "to", componentId: "a" } as const;
    assert.deepEqual(replaced([place], packOf(drafted("b"))), both);
    assert.deepEqual(replaced([place], { ...packOf(drafted("a")), packId: "p1" }), both);
  });
});
