import assert from "node:assert/strict";
import fc from "fast-check";
import type { IntegrationPack, PackComponent } from "../../../../src/model/pack/pack.ts";
import { checkPlan } from "../../../../src/model/plan/check/checkPlan.ts";
import { draftPlan } from "../../../../src/model/plan/draftPlan.ts";
import type { PackChoice } from "../../../../src/model/plan/packChoice.ts";
import type { PlannedComponent, PlannedPack, ReleasePlan } from "../../../../src/model/plan/releasePlan.ts";
import { replaceImpossibleVersions, updatePlan } from "../../../../src/model/plan/updatePlan.ts";
import type { ComponentVersions } from "../../../../src/model/release/release.ts";
import {
  arbitraryChoices,
  knownVersions,
  scheduledRelease,
} from "../../../support/arbitrary/arbitraryChoices.ts";
import { component, packOf } from "../../../support/arbitrary/arbitraryPack.ts";
import { checkBasis } from "../../../support/fixtures/checkBasis.ts";
import { emptyHash } from "../../../support/fixtures/planHashes.ts";

const local = { target: { backend: "local" } } as const;

function draft(choices: readonly PackChoice[]): ReleasePlan {
  return draftPlan(choices, knownVersions, local);
}

function byId({ packs }: ReleasePlan): ReadonlyMap<string, PlannedPack> {
  return new Map(packs.map((pack) => [pack.packId, pack]));
}

/** The components of a plan for one pack, after the pack came to have other components and another draft. */
function updated(
  planned: { readonly components: readonly PackComponent[]; readonly versions: ComponentVersions },
  now: { readonly components: readonly PackComponent[]; readonly versions: ComponentVersions },
): readonly PlannedComponent[] | undefined {
  const plan = draft([{ pack: packOf(...planned.components), versions: planned.versions }]);
  const drafted = draft([{ pack: packOf(...now.components), versions: now.versions }]);
  return updatePlan(plan, byId(drafted)).packs[0]?.components;
}

const versionsOf = (components: readonly PlannedComponent[] | undefined) =>
  components?.map(({ componentId, from, to }) => [componentId, from, to]);

describe("a plan that is brought up to date", () => {
  it("keeps the version that it releases, from the version that is current now", () => {
    const components = updated(
      { components: [component("a", { currentVersion: "1" })], versions: { a: "2" } },
      { components: [component("a", { currentVersion: "3" })], versions: { a: "1" } },
    );
    assert.deepEqual(versionsOf(components), [["a", "3", "2"]]);
  });

  it("names the packaged version of the draft where both release the same version, else its own", () => {
    const pack = packOf(component("a", { currentVersion: "1" }));
    const plans = (["1", "2"] as const).map((to) => draft([{ pack, versions: { a: to } }]));
    const withPackage = (plan: ReleasePlan | undefined, packageId: string): ReleasePlan => {
      assert.ok(plan);
      const withIds = (each: PlannedPack) => ({
        ...each,
        components: each.components.map((planned) => ({ ...planned, packageId })),
      });
      return { ...plan, packs: plan.packs.map(withIds) };
    };
    const [same, other] = [plans[1], plans[0]].map((now) => byId(withPackage(now, "drafted")));
    assert.ok(same && other);
    const plan = withPackage(plans[1], "planned");
    assert.deepEqual(
      [same, other].map((drafted) => updatePlan(plan, drafted).packs[0]?.components[0]?.packageId),
      ["drafted", "planned"],
    );
  });

  it("never rolls back a component that it left as it was", () => {
    const components = updated(
      { components: [component("a", { currentVersion: "1" })], versions: { a: "1" } },
      { components: [component("a", { currentVersion: "2" })], versions: { a: "2" } },
    );
    assert.deepEqual(versionsOf(components), [["a", "2", "2"]]);
  });

  it("adds what was released since as it is, and nothing that was never released", () => {
    const components = updated(
      { components: [component("a", { currentVersion: "1" })], versions: { a: "2" } },
      {
        components: [
          component("a", { currentVersion: "1" }),
          component("b", { currentVersion: "1" }),
          component("c"),
        ],
        versions: { a: "2", b: "2", c: "1" },
      },
    );
    assert.deepEqual(versionsOf(components), [
      ["a", "1", "2"],
      ["b", "1", "1"],
    ]);
  });

  it("gives a component that lost its release the drafted version", () => {
    const components = updated(
      { components: [component("a", { currentVersion: "1" })], versions: { a: "1" } },
      { components: [component("a", { latestVersion: "2" })], versions: { a: "2" } },
    );
    assert.deepEqual(versionsOf(components), [["a", "", "2"]]);
  });

  it("leaves out what is gone, and follows the Deleted marks of the pack", () => {
    const components = updated(
      {
        components: [
          component("a", { currentVersion: "1" }),
          component("b", { currentVersion: "1" }),
          component("c", { currentVersion: "1", deleted: true }),
        ],
        versions: { a: "2", b: "2" },
      },
      {
        components: [
          component("a", { currentVersion: "1", deleted: true }),
          component("c", { currentVersion: "1" }),
        ],
        versions: { c: "2" },
      },
    );
    assert.deepEqual(versionsOf(components), [
      ["a", "1", null],
      ["c", "1", "1"],
    ]);
  });

  it("takes names and the scheduled release from the pack, keeps its own heading, and drops packs that are gone", () => {
    const pack = packOf(component("a", { currentVersion: "1" }));
    const gone = { ...pack, packId: "gone" };
    const plan: ReleasePlan = {
      ...draft([pack, gone].map((each) => ({ pack: each, versions: { a: "2" } }))),
      name: "June",
      notes: "Why",
    };
    const now: IntegrationPack = {
      ...packOf(component("a", { currentVersion: "1", componentName: "Renamed" })),
      name: "Renamed pack",
      scheduled: scheduledRelease(),
    };
    const { packs, ...heading } = updatePlan(plan, byId(draft([{ pack: now, versions: { a: "1" } }])));
    assert.deepEqual(heading, { planVersion: 1, ...local, name: "June", notes: "Why" });
    assert.deepEqual(
      packs.map(({ name, replaces, components }) => [name, replaces, components[0]?.name]),
      [["Renamed pack", { date: "2026-12-24", timeZone: "America/New_York" }, "Renamed"]],
    );
  });

  it("fits again, whatever changed since it was drafted", function () {
    this.timeout(60_000);
    const fits = fc.property(arbitraryChoices, arbitraryChoices, fc.gen(), (before, now, g) => {
      const plan = draft(before);
      const drafted = byId(draft(now));
      // Some versions were deleted, may no longer be shared, or are other packaged versions.
      const changes = g(() =>
        fc.array(fc.constantFrom({ deleted: true }, { shareable: false }, { packageId: "x" })),
      );
      const chosenNow = new Set(
        now.flatMap(({ versions }) => Object.entries(versions).map(([id, to]) => `${id} ${to}`)),
      );
      const versions = new Map(
        [...knownVersions].map(([componentId, all]) => [
          componentId,
          all.map((version, at) =>
            chosenNow.has(`${componentId} ${version.packageVersion}`)
              ? version
              : { ...version, ...changes[at % (changes.length || 1)] },
          ),
        ]),
      );
      const basis = checkBasis(
        now.map(({ pack }) => pack),
        { versions },
      );
      const first = updatePlan(plan, drafted);
      fc.pre(first.packs.length > 0);
      const second = replaceImpossibleVersions(first, drafted, checkPlan(first, emptyHash, basis));
      for (const { state, differences } of checkPlan(second, emptyHash, basis).packs) {
        assert.notEqual(state, "drift", differences.join(" "));
      }
    });
    fc.assert(fits, { numRuns: 1000 });
  });
});
