import assert from "node:assert/strict";
import type { IntegrationPack, PackComponent } from "../../../../../src/model/pack/pack.ts";
import { planDrift, renamedComponents } from "../../../../../src/model/plan/check/planDrift.ts";
import type { PlannableVersions } from "../../../../../src/model/plan/plannableVersion.ts";
import type { PlannedComponent, PlannedPack } from "../../../../../src/model/plan/releasePlan.ts";
import { knownVersions, scheduledRelease } from "../../../../support/arbitrary/arbitraryChoices.ts";
import { component, packOf } from "../../../../support/arbitrary/arbitraryPack.ts";

const planned: PlannedComponent = { componentId: "a", name: "Planned", from: "1", to: "2", packageId: "a-2" };
const present = component("a", { currentVersion: "1" });

const planOf = (differences: Partial<PlannedComponent> = {}): PlannedPack => ({
  packId: "p",
  name: "Orders",
  components: [{ ...planned, ...differences }],
});

function textsOf(
  plan: PlannedPack,
  pack: IntegrationPack,
  versions: PlannableVersions = knownVersions,
  isOwnSchedule = false,
): string[] {
  return planDrift(plan, pack, versions, isOwnSchedule).map(({ text }) => text);
}

describe("the versions of a plan that no longer fit", () => {
  const cases: readonly [
    why: string,
    plan: Partial<PlannedComponent>,
    pack: Partial<PackComponent>,
    texts: readonly string[],
  ][] = [
    ["can be chosen", {}, {}, []],
    ["has no planned package id", { packageId: undefined }, {}, []],
    [
      "is another packaged version",
      { packageId: "x" },
      {},
      ['Version 2 of "The a" is another packaged version than the planned one.'],
    ],
    [
      "is another packaged version of a component without a name",
      { packageId: "x" },
      { componentName: "" },
      ['Version 2 of "Planned" is another packaged version than the planned one.'],
    ],
    ["may not be shared", { to: "3", packageId: "a-3" }, {}, ['Version 3 of "The a" may not be shared.']],
    ["was deleted", { to: "4", packageId: "a-4" }, {}, ['Version 4 of "The a" was deleted.']],
    ["does not exist", { to: "9" }, {}, ['"The a" has no version 9.']],
    [
      "does not exist, even if the pack offers it",
      { to: "9" },
      { latestVersion: "9" },
      ['"The a" has no version 9.'],
    ],
    ["stays and was deleted", { from: "4", to: "4", packageId: "a-4" }, { currentVersion: "4" }, []],
    ["stays and does not exist", { from: "9", to: "9" }, { currentVersion: "9" }, []],
    [
      "stays, but as another packaged version",
      { from: "2", packageId: "x" },
      { currentVersion: "2" },
      ['Version 2 of "The a" is another packaged version than the planned one.'],
    ],
    [
      "became the current one and was deleted",
      { to: "4", packageId: "a-4" },
      { currentVersion: "4" },
      ['The current version of "The a" is 4, not 1.'],
    ],
    [
      "was current, was deleted, and is not current now",
      { from: "4", to: "4", packageId: "a-4" },
      {},
      ['The current version of "The a" is 1, not 4.'],
    ],
    ["leaves", { to: null, packageId: undefined }, { deleted: true }, []],
  ];
  for (const [why, plan, pack, texts] of cases) {
    it(`are ${texts.length === 0 ? "none" : "named"} where the version ${why}`, () => {
      const { packageId, ...rest } = { ...planned, ...plan };
      const one = { ...rest, ...(packageId !== undefined && { packageId }) };
      const found = textsOf({ ...planOf(), components: [one] }, packOf({ ...present, ...pack }));
      assert.deepEqual(found, texts);
    });
  }

  it("are none that the pack offers, where versions cannot be read", () => {
    const unread: PlannableVersions = new Map();
    const pack = (differences: Partial<PackComponent>) => packOf({ ...present, ...differences });
    assert.deepEqual(textsOf(planOf(), pack({ pendingVersion: "2" }), unread), []);
    assert.deepEqual(textsOf(planOf(), pack({ latestVersion: "2" }), unread), []);
    assert.deepEqual(textsOf(planOf(), pack({ latestVersion: "3" }), unread), ['"The a" has no version 2.']);
  });
});

describe("a component of a plan", () => {
  it("that is gone has the name that the plan gives it", () => {
    assert.deepEqual(textsOf(planOf(), packOf(component("b"))), ['"Planned" is no longer in the pack.']);
  });

  it("that changed has the name that it has now", () => {
    const changed = component("a", { currentVersion: "3", componentName: "Renamed" });
    assert.deepEqual(textsOf(planOf(), packOf(changed)), ['The current version of "Renamed" is 3, not 1.']);
  });

  it("that was renamed is only a remark, and none where it is gone", () => {
    assert.deepEqual(
      renamedComponents(planOf(), packOf(present)).map(({ text }) => text),
      ['"Planned" is named "The a" now.'],
    );
    assert.deepEqual(renamedComponents(planOf({ name: "The a" }), packOf(present)), []);
    assert.deepEqual(renamedComponents(planOf(), packOf()), []);
  });
});

describe("the scheduled release that a plan replaces", () => {
  const date = "2026-12-24";
  const zone = "America/New_York";
  const cases: readonly [
    why: string,
    replaces: PlannedPack["replaces"],
    scheduled: PlannedPack["replaces"],
    text?: string,
  ][] = [
    ["neither exists", undefined, undefined],
    ["it is the scheduled one", { date, timeZone: zone }, { date, timeZone: zone }],
    ["the plan knows no zone", { date }, { date, timeZone: zone }],
    [
      "none is scheduled",
      { date },
      undefined,
      "The plan replaces the release scheduled for 2026-12-24, but none is scheduled.",
    ],
    [
      "the plan replaces none",
      undefined,
      { date, timeZone: zone },
      "A release is scheduled for 2026-12-24 (America/New_York), which the plan does not replace.",
    ],
    [
      "another date is scheduled",
      { date: "2026-12-25", timeZone: zone },
      { date, timeZone: zone },
      "A release is scheduled for 2026-12-24 (America/New_York), not for 2026-12-25 (America/New_York).",
    ],
    [
      "another date is scheduled and the plan knows no zone",
      { date: "2026-12-25" },
      { date, timeZone: zone },
      "A release is scheduled for 2026-12-24 (America/New_York), not for 2026-12-25.",
    ],
    [
      "another zone counts",
      { date, timeZone: "UTC" },
      { date, timeZone: zone },
      "A release is scheduled for 2026-12-24 (America/New_York), not for 2026-12-24 (UTC).",
    ],
  ];
  for (const [why, replaces, scheduled, text] of cases) {
    it(`${text === undefined ? "fits" : "does not fit"} where ${why}`, () => {
      const plan = { ...planOf(), ...(replaces && { replaces }) };
      const pack = { ...packOf(present), ...(scheduled && { scheduled: scheduledRelease(scheduled) }) };
      assert.deepEqual(textsOf(plan, pack), text === undefined ? [] : [text]);
    });
  }

  it("may be any while the plan's own schedule has an unknown outcome", () => {
    const pack = { ...packOf(present), scheduled: scheduledRelease() };
    assert.deepEqual(textsOf(planOf(), pack, knownVersions, true), []);
  });
});
