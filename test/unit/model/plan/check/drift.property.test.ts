import assert from "node:assert/strict";
import fc from "fast-check";
import type { IntegrationPack, PackComponent } from "../../../../../src/model/pack/pack.ts";
import type { PackagedVersion } from "../../../../../src/model/pack/packagedVersion.ts";
import { checkPlan } from "../../../../../src/model/plan/check/checkPlan.ts";
import type { PackCheck } from "../../../../../src/model/plan/check/planCheck.ts";
import { draftPlan } from "../../../../../src/model/plan/draftPlan.ts";
import type { PackChoice } from "../../../../../src/model/plan/packChoice.ts";
import { versionIn } from "../../../../../src/model/release/release.ts";
import {
  arbitraryChoices,
  changesNothing,
  knownVersions,
  scheduledRelease,
} from "../../../../support/arbitrary/arbitraryChoices.ts";
import { component } from "../../../../support/arbitrary/arbitraryPack.ts";
import { checkBasis } from "../../../../support/fixtures/checkBasis.ts";
import { emptyHash } from "../../../../support/fixtures/planHashes.ts";

const local = { target: { backend: "local" } } as const;

/** What somebody changes after a plan was drafted, and what its check says then. */
interface Change extends Pick<PackCheck, "state" | "differences"> {
  readonly pack?: IntegrationPack;
  /** The versions of the component. */
  readonly versions?: readonly PackagedVersion[];
}

/** Makes a change of the pack or of one of its components; nothing where it does not apply. */
type MakeChange = (choice: PackChoice, of: PackComponent) => Change | undefined;

function withComponent(pack: IntegrationPack, of: PackComponent, differences: Partial<PackComponent>) {
  const components = pack.components.map((each) => (each === of ? { ...each, ...differences } : each));
  return { ...pack, components };
}

function drift(pack: IntegrationPack, difference: string): Change {
  return { pack, state: "drift", differences: [difference] };
}

function fits(pack: IntegrationPack, ...differences: readonly string[]): Change {
  return { pack, state: "ready", differences };
}

/** A change of the version that the plan releases, if it is not the current one. */
function ofVersion(
  differences: Partial<PackagedVersion>,
  describe: (version: string, name: string) => string,
): MakeChange {
  return ({ versions }, { componentId, componentName, currentVersion }) => {
    const chosen = versionIn(versions, componentId);
    if (chosen === undefined || chosen === currentVersion) return undefined;
    const changed = knownVersions
      .get(componentId)
      ?.map((each) => (each.packageVersion === chosen ? { ...each, ...differences } : each));
    return { versions: changed ?? [], state: "drift", differences: [describe(chosen, componentName)] };
  };
}

const changes: Readonly<Record<string, MakeChange>> = {
  "another current version": ({ pack }, of) => {
    const { componentName: name, currentVersion: before } = of;
    return drift(
      withComponent(pack, of, { currentVersion: "9" }),
      before === ""
        ? `"${name}" was released as 9 since.`
        : `The current version of "${name}" is 9, not ${before}.`,
    );
  },
  "a component added and released": ({ pack }) => {
    const components = [component("added", { currentVersion: "1" }), ...pack.components];
    return drift({ ...pack, components }, '"The added" was added and released as 1.');
  },
  "a component added and never released": ({ pack }) =>
    fits({ ...pack, components: [...pack.components, component("added", { latestVersion: "2" })] }),
  "a component removed": ({ pack, versions }, of) => {
    const removed = { ...pack, components: pack.components.filter((each) => each !== of) };
    // Its removal may have been the only change of the plan.
    return of.deleted && changesNothing({ pack: removed, versions })
      ? { pack: removed, state: "alreadySo", differences: [] }
      : drift(removed, `"${of.componentName}" is no longer in the pack.`);
  },
  "a Deleted mark": ({ pack }, of) =>
    drift(
      withComponent(pack, of, { deleted: !of.deleted }),
      of.deleted
        ? `"${of.componentName}" is no longer marked Deleted.`
        : `"${of.componentName}" was marked Deleted.`,
    ),
  "another pending version": ({ pack }, of) => fits(withComponent(pack, of, { pendingVersion: "9" })),
  "a newer latest version": ({ pack }, of) => fits(withComponent(pack, of, { latestVersion: "9" })),
  "a renamed component": ({ pack }, of) =>
    fits(
      withComponent(pack, of, { componentName: "Another" }),
      `"${of.componentName}" is named "Another" now.`,
    ),
  "another pack name": ({ pack }) =>
    drift({ ...pack, name: "Another" }, `The pack with this ID is named "Another", not "${pack.name}".`),
  "another letter case of the pack's name": ({ pack }) => fits({ ...pack, name: pack.name.toUpperCase() }),
  "another description": ({ pack }) => fits({ ...pack, description: "Another" }),
  "a schedule added or cancelled": ({ pack }) => {
    const { scheduled, ...rest } = pack;
    return scheduled
      ? drift(
          rest,
          "The plan replaces the release scheduled for 2026-12-24 (America/New_York), but none is scheduled.",
        )
      : drift(
          { ...pack, scheduled: scheduledRelease() },
          "A release is scheduled for 2026-12-24 (America/New_York), which the plan does not replace.",
        );
  },
  "another date of the schedule": ({ pack }) =>
    pack.scheduled &&
    drift(
      { ...pack, scheduled: scheduledRelease({ date: "2026-12-25" }) },
      "A release is scheduled for 2026-12-25 (America/New_York), not for 2026-12-24 (America/New_York).",
    ),
  "another zone of the schedule": ({ pack }) =>
    pack.scheduled &&
    drift(
      { ...pack, scheduled: scheduledRelease({ timeZone: "UTC" }) },
      "A release is scheduled for 2026-12-24 (UTC), not for 2026-12-24 (America/New_York).",
    ),
  "a deleted version": ofVersion({ deleted: true }, (to, name) => `Version ${to} of "${name}" was deleted.`),
  "a version that may not be shared": ofVersion(
    { shareable: false },
    (to, name) => `Version ${to} of "${name}" may not be shared.`,
  ),
  "another packaged version": ofVersion(
    { packageId: "another" },
    (to, name) => `Version ${to} of "${name}" is another packaged version than the planned one.`,
  ),
  "a version that is gone": ofVersion(
    { packageVersion: "gone" },
    (to, name) => `"${name}" has no version ${to}.`,
  ),
};

describe("drift of a release plan", function () {
  this.timeout(60_000);

  it("does not exist when the plan was just drafted", () => {
    const drafted = fc.property(arbitraryChoices, (choices) => {
      const plan = draftPlan(choices, knownVersions, local);
      const { fits, packs } = checkPlan(plan, emptyHash, checkBasis(choices.map(({ pack }) => pack)));
      assert.ok(fits);
      const states = choices.map((choice) => (changesNothing(choice) ? "alreadySo" : "ready"));
      assert.deepEqual(
        packs.map(({ state, differences }) => ({ state, differences })),
        states.map((state) => ({ state, differences: [] })),
      );
    });
    fc.assert(drafted);
  });

  it("names exactly what changed, and no other pack", () => {
    const seen = new Map(Object.keys(changes).map((name) => [name, 0]));
    const kind = fc.constantFrom(...Object.keys(changes));
    const isExact = fc.property(arbitraryChoices, kind, fc.gen(), (choices, name, g) => {
      const plan = draftPlan(choices, knownVersions, local);
      const choice = g(() => fc.constantFrom(...choices));
      const of = g(() => fc.constantFrom(...choice.pack.components));
      const change = changes[name]?.(choice, of);
      fc.pre(change !== undefined && !changesNothing(choice));
      seen.set(name, (seen.get(name) ?? 0) + 1);

      const packs = choices.map(({ pack }) => (pack === choice.pack ? (change.pack ?? pack) : pack));
      const versions = new Map(knownVersions);
      if (change.versions) versions.set(of.componentId, change.versions);
      const check = checkPlan(plan, emptyHash, checkBasis(packs, { versions }));

      const changed = check.packs.find(({ packId }) => packId === choice.pack.packId);
      assert.equal(changed?.state, change.state);
      assert.deepEqual(changed.differences, change.differences);
      assert.equal(check.fits, change.state !== "drift");
      // Several packs may plan the same version.
      if (change.versions) return;
      for (const other of check.packs.filter((each) => each !== changed)) {
        assert.deepEqual(other.differences, []);
      }
    });
    fc.assert(isExact, { numRuns: 1500 });
    for (const [name, times] of seen) assert.ok(times > 5, `${name}: ${times}`);
  });
});
