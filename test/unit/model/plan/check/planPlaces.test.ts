import assert from "node:assert/strict";
import type { IntegrationPack } from "../../../../../src/model/pack/pack.ts";
import type { CheckBasis } from "../../../../../src/model/plan/check/checkBasis.ts";
import { checkPlan } from "../../../../../src/model/plan/check/checkPlan.ts";
import type { PlanPlace } from "../../../../../src/model/plan/check/planCheck.ts";
import { draftPlan, type PlanHeading } from "../../../../../src/model/plan/draftPlan.ts";
import { checkReport } from "../../../../../src/model/plan/report/checkReport.ts";
import { knownVersions, scheduledRelease } from "../../../../support/arbitrary/arbitraryChoices.ts";
import { component, packOf } from "../../../../support/arbitrary/arbitraryPack.ts";
import { checkBasis } from "../../../../support/fixtures/checkBasis.ts";
import { emptyHash } from "../../../../support/fixtures/planHashes.ts";

const local = { target: { backend: "local" } } as const;
const pack = packOf(component("a", { currentVersion: "1" }));
const ofA = (key: "componentId" | "name" | "from" | "to" | "packageId"): PlanPlace => ({
  key,
  componentId: "a",
});

/** The places of what a check says about a plan that upgrades the only component of the pack. */
function placesOf(
  now: IntegrationPack,
  basis: Partial<CheckBasis> = {},
  heading: PlanHeading = local,
): readonly PlanPlace[] {
  const plan = draftPlan([{ pack, versions: { a: "2" } }], knownVersions, heading);
  const [checked] = checkPlan(plan, emptyHash, checkBasis([now], basis)).packs;
  assert.ok(checked);
  assert.equal(checked.places?.length ?? 0, checked.differences.length);
  return checked.places ?? [];
}

function versionsWith(differences: { deleted?: boolean; packageId?: string }): Partial<CheckBasis> {
  const changed = (knownVersions.get("a") ?? []).map((version) =>
    version.packageVersion === "2" ? { ...version, ...differences } : version,
  );
  return { versions: new Map([["a", changed]]) };
}

describe("the place of a difference in a plan", () => {
  for (const [what, places, found] of [
    ["nothing", placesOf(pack), []],
    ["another current version", placesOf(packOf(component("a", { currentVersion: "3" }))), [ofA("from")]],
    ["a Deleted mark", placesOf(packOf(component("a", { currentVersion: "1", deleted: true }))), [ofA("to")]],
    ["a component that is gone", placesOf(packOf(component("b"))), [ofA("componentId")]],
    [
      "a component that was added",
      placesOf(packOf(...pack.components, component("b", { currentVersion: "1" }))),
      [{ key: "components" }],
    ],
    ["a version that was deleted", placesOf(pack, versionsWith({ deleted: true })), [ofA("to")]],
    ["another packaged version", placesOf(pack, versionsWith({ packageId: "x" })), [ofA("packageId")]],
    ["another pack name", placesOf({ ...pack, name: "Another" }), [{ key: "name" }]],
    ["a scheduled release", placesOf({ ...pack, scheduled: scheduledRelease() }), [{ key: "replaces" }]],
    [
      "a renamed component",
      placesOf(packOf(component("a", { currentVersion: "1", componentName: "New" }))),
      [ofA("name")],
    ],
    ["a pack that is gone", placesOf(pack, { packs: new Map() }), [{ key: "packId" }]],
    [
      "a release that was taken back",
      placesOf(pack, { history: new Map([["p", [{ planHash: emptyHash, kind: "released" }]]]) }),
      [{ key: "packId" }],
    ],
    [
      "a date in the past",
      placesOf(
        pack,
        { now: new Date("2027-01-01T00:00:00Z") },
        { ...local, date: "2026-12-01", timeZone: "UTC" },
      ),
      [{ key: "date" }],
    ],
  ] as const) {
    it(`is known for ${what}`, () => assert.deepEqual(places, found));
  }

  it("is in no report", () => {
    const plan = draftPlan([{ pack, versions: { a: "2" } }], knownVersions, local);
    const report = checkReport(checkPlan(plan, emptyHash, checkBasis([{ ...pack, name: "Another" }])));
    assert.equal(report.packs[0]?.differences.length, 1);
    assert.ok(!("places" in report.packs[0]));
  });
});
