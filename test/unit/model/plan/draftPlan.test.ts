import assert from "node:assert/strict";
import fc from "fast-check";
import type { PackComponent } from "../../../../src/model/pack/pack.ts";
import { draftPlan } from "../../../../src/model/plan/draftPlan.ts";
import { formatPlan } from "../../../../src/model/plan/file/formatPlan.ts";
import { parsePlan } from "../../../../src/model/plan/file/parsePlan.ts";
import { preselectedVersions } from "../../../../src/model/release/preselectedVersions.ts";
import { versionIn } from "../../../../src/model/release/release.ts";
import {
  arbitraryChoices,
  knownVersions,
  scheduledRelease,
} from "../../../support/arbitrary/arbitraryChoices.ts";
import { component, packOf } from "../../../support/arbitrary/arbitraryPack.ts";
import { throwsWith } from "../../../support/rejectsWith.ts";

const local = { target: { backend: "local" } } as const;

describe("a drafted plan", () => {
  it("does not name components that are left out", () => {
    const pack = packOf(component("a", { currentVersion: "2" }), component("new", { latestVersion: "1" }));
    const [planned] = draftPlan(
      [{ pack, versions: { a: "1" }, leftOut: ["new"] }],
      knownVersions,
      local,
    ).packs;
    assert.deepEqual(planned?.components, [
      { componentId: "a", name: "The a", from: "2", to: "1", packageId: "a-1" },
    ]);
  });

  it("says of every component from which version to which it goes, the unchanged ones included", () => {
    const pack = packOf(
      component("a", { currentVersion: "1" }),
      component("b"),
      component("c", { currentVersion: "3", deleted: true }),
      component("1", { currentVersion: "2" }),
    );
    const plan = draftPlan([{ pack, versions: { a: "2", b: "1", 1: "2" } }], knownVersions, {
      name: "December",
      notes: "Why",
      ...local,
    });
    assert.deepEqual(plan, {
      planVersion: 1,
      name: "December",
      notes: "Why",
      target: { backend: "local" },
      packs: [
        {
          packId: "p",
          name: "Orders",
          components: [
            { componentId: "a", name: "The a", from: "1", to: "2", packageId: "a-2" },
            { componentId: "b", name: "The b", from: "", to: "1", packageId: "b-1" },
            { componentId: "c", name: "The c", from: "3", to: null },
            { componentId: "1", name: "The 1", from: "2", to: "2", packageId: "1-2" },
          ],
        },
      ],
    });
  });

  it("follows the choices, in their order, and can be written and read", () => {
    fc.assert(
      fc.property(arbitraryChoices, (choices) => {
        const plan = draftPlan(choices, knownVersions, local);
        assert.equal(plan.packs.length, choices.length);
        plan.packs.forEach((planned, at) => {
          const choice = choices[at];
          assert.ok(choice);
          assert.equal(planned.packId, choice.pack.packId);
          assert.equal(planned.replaces?.date, choice.pack.scheduled?.date);
          const currentVersions = new Map(
            choice.pack.components.map((each) => [each.componentId, each.currentVersion]),
          );
          for (const { componentId, from, to } of planned.components) {
            assert.equal(to ?? undefined, versionIn(choice.versions, componentId));
            assert.equal(from, currentVersions.get(componentId));
          }
          assert.equal(planned.components.length, choice.pack.components.length);
        });
        assert.equal(formatPlan(parsePlan(formatPlan(plan))), formatPlan(plan));
      }),
    );
  });

  it("rule 5: releases the preselection if that is what was chosen", () => {
    const pack = packOf(
      component("a", { currentVersion: "1", pendingVersion: "1", latestVersion: "2" }),
      component("b", { currentVersion: "1", latestVersion: "2" }),
      component("c", { currentVersion: "4" }),
    );
    const versions = preselectedVersions(pack, {
      releaseBranch: "main",
      versionsOf: (componentId) => knownVersions.get(componentId) ?? [],
    });
    const plan = draftPlan([{ pack, versions }], knownVersions, local);
    assert.deepEqual(
      plan.packs[0]?.components.map(({ to }) => to),
      ["1", "2", "4"],
    );
  });

  it("names the scheduled release that it replaces, without a zone where it has none", () => {
    const choice = (timeZone: string) => ({
      pack: { ...packOf(component("a")), scheduled: scheduledRelease({ timeZone }) },
      versions: { a: "1" },
    });
    const replaces = (timeZone: string) =>
      draftPlan([choice(timeZone)], knownVersions, local).packs[0]?.replaces;
    assert.deepEqual(replaces("Asia/Tokyo"), { date: "2026-12-24", timeZone: "Asia/Tokyo" });
    assert.deepEqual(replaces(""), { date: "2026-12-24" });
  });

  it("leaves out package ids that are not known, and components that leave without a release", () => {
    const pack = packOf(component("a", { currentVersion: "9" }), component("b", { deleted: true }));
    const plan = draftPlan([{ pack, versions: { a: "9" } }], new Map(), local);
    assert.deepEqual(plan.packs[0]?.components, [{ componentId: "a", name: "The a", from: "9", to: "9" }]);
  });

  it("names the package of a version that can be chosen, where a deleted one had the same text", () => {
    const [version] = knownVersions.get("a")?.filter(({ packageVersion }) => packageVersion === "2") ?? [];
    assert.ok(version);
    const known = new Map([["a", [{ ...version, packageId: "old", deleted: true }, version]]]);
    const plan = draftPlan([{ pack: packOf(component("a")), versions: { a: "2" } }], known, local);
    assert.equal(plan.packs[0]?.components[0]?.packageId, "a-2");
  });

  it("may contain a pack that it does not change", () => {
    const choice = { pack: packOf(component("a", { currentVersion: "1" })), versions: { a: "1" } };
    assert.equal(draftPlan([choice], knownVersions, local).packs.length, 1);
  });

  it("is rejected for versions and packs that cannot be released", () => {
    const draft = (only: PackComponent, version: string) => () =>
      draftPlan([{ pack: packOf(only), versions: { a: version } }], knownVersions, local);
    throwsWith(draft(component("a"), "3"), "InvalidRequest", /not shareable/);
    throwsWith(draft(component("a"), "4"), "InvalidRequest", /deleted/);
    throwsWith(draft(component("a"), "5"), "NotFound", /no packaged version/);
    throwsWith(draft(component("a"), ""), "InvalidRequest", /No version/);
    throwsWith(draft(component("b"), "1"), "NotFound", /no component/);
    throwsWith(
      () => draftPlan([{ pack: packOf(), versions: {} }], knownVersions, local),
      "InvalidRequest",
      /no components/,
    );
    const pack = packOf(component("a"));
    const doubtful = (doubt: "leaving" | "incomplete") => () =>
      draftPlan([{ pack: { ...pack, doubt }, versions: { a: "1" } }], knownVersions, local);
    throwsWith(doubtful("leaving"), "InvalidRequest");
    throwsWith(doubtful("incomplete"), "Unreachable");
  });

  it("is rejected for no pack, a pack twice, and a date without its zone", () => {
    const choice = { pack: packOf(component("a")), versions: { a: "1" } };
    throwsWith(() => draftPlan([], knownVersions, local), "InvalidRequest", /at least one pack/);
    throwsWith(() => draftPlan([choice, choice], knownVersions, local), "InvalidRequest", /already used/);
    throwsWith(
      () => draftPlan([choice], knownVersions, { ...local, date: "2026-12-01" }),
      "InvalidRequest",
      /time zone/,
    );
  });
});
