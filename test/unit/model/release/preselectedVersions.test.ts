import assert from "node:assert/strict";
import fc from "fast-check";
import { isFromBranch, isFromOtherBranch } from "../../../../src/model/pack/branch.ts";
import { canBeChosen, newestFirst } from "../../../../src/model/pack/packagedVersion.ts";
import {
  dependsOnBranches,
  preselectedVersion,
  preselectedVersions,
  type PreselectableVersion,
} from "../../../../src/model/release/preselectedVersions.ts";
import { arbitraryPack, component } from "../../../support/arbitrary/arbitraryPack.ts";

/** Versions 1, 2 and so on of a component, oldest first, packaged from these branches. */
const fromBranches = (...branches: readonly string[]): PreselectableVersion[] =>
  branches.map((branchName, at) => ({
    packageVersion: String(at + 1),
    branchName,
    createdDate: new Date(Date.UTC(2026, 0, at + 1)).toISOString(),
    componentVersion: at + 1,
    shareable: true,
    deleted: false,
  }));
const basis = (versions: readonly PreselectableVersion[], releaseBranch = "main") => ({
  releaseBranch,
  versionsOf: () => versions,
});

describe("rule 5: the preselection", () => {
  it("is the pending version, else the latest, else the current one", () => {
    const all = { currentVersion: "1", pendingVersion: "2", latestVersion: "3" };
    const versions = basis(fromBranches("main", "main", "main"));
    assert.equal(preselectedVersion(component("c", all), versions), "2");
    assert.equal(preselectedVersion(component("c", { ...all, pendingVersion: "" }), versions), "3");
    assert.equal(preselectedVersion(component("c", { currentVersion: "1" }), versions), "1");
    assert.equal(preselectedVersion(component("c"), versions), "");
  });

  it("contains exactly the components that stay", () =>
    fc.assert(
      fc.property(arbitraryPack, (pack) => {
        const staying = pack.components
          .filter(({ deleted }) => !deleted)
          .map(({ componentId }) => componentId);
        assert.deepEqual(Object.keys(preselectedVersions(pack, basis([]))).sort(), staying.sort());
      }),
    ));

  describe("of a component whose latest version is of another branch", () => {
    const released = component("c", { currentVersion: "1", latestVersion: "4" });

    it("is the newest version of the release branch that is newer than the current one", () => {
      const versions = fromBranches("main", "main", "MAIN", "hotfix");
      assert.equal(preselectedVersion(released, basis(versions)), "3");
      assert.equal(preselectedVersion(released, basis(versions, "Hotfix")), "4");
      assert.equal(preselectedVersion(released, basis(versions, "")), "4");
    });

    it("is the latest one where the release branch has none that is newer and can be released", () => {
      const older = fromBranches("main", "feature", "feature", "hotfix");
      assert.equal(preselectedVersion(released, basis(older)), "4");
      const blocked = fromBranches("main", "main", "main", "hotfix").map((version, at) => ({
        ...version,
        deleted: at === 1,
        shareable: at !== 2,
      }));
      assert.equal(preselectedVersion(released, basis(blocked)), "4");
    });

    it("is the pending version where a person chose one, whatever its branch", () => {
      const chosen = { ...released, pendingVersion: "2" };
      const versions = fromBranches("main", "feature", "main", "hotfix");
      assert.equal(preselectedVersion(chosen, basis(versions)), "2");
    });

    it("is any version of the release branch before the first release", () => {
      const versions = fromBranches("main", "hotfix");
      const first = component("c", { latestVersion: "2" });
      assert.equal(preselectedVersion(first, basis(versions)), "1");
    });

    it("is the latest one where that has no branch: an empty branch is never another one", () => {
      assert.equal(preselectedVersion(released, basis(fromBranches("main", "main", "main", ""))), "4");
    });

    it("is the latest one where the versions, or the current one, are not known", () => {
      const versions = fromBranches("main", "main", "main", "hotfix");
      assert.equal(preselectedVersion(released, basis([])), "4");
      assert.equal(preselectedVersion(released, basis(versions.slice(1))), "4");
    });
  });

  it("is not of another branch while a newer version of the release branch than the current one can be released", () => {
    let yielded = 0;
    const versions = fc
      .array(
        fc.record({
          branchName: fc.constantFrom("main", "Main", "hotfix", ""),
          shareable: fc.nat(4).map((value) => value > 0),
          deleted: fc.nat(4).map((value) => value === 0),
          day: fc.nat(4),
        }),
        { minLength: 1, maxLength: 6 },
      )
      .map((list) =>
        list.map(({ day, ...version }, at) => ({
          ...version,
          packageVersion: String(at + 1),
          componentVersion: at + 1,
          createdDate: new Date(Date.UTC(2026, 0, day + 1)).toISOString(),
        })),
      );
    fc.assert(
      fc.property(versions, fc.nat(8), (all, currentAt) => {
        const current = all[currentAt];
        const newer = all.filter((version) => !current || newestFirst(version, current) < 0);
        const [latest] = newer.filter(canBeChosen).sort(newestFirst);
        const released = component("c", {
          currentVersion: current?.packageVersion ?? "",
          latestVersion: latest?.packageVersion ?? "",
        });
        const text = preselectedVersion(released, basis(all));
        const preselected = all.find(({ packageVersion }) => packageVersion === text);
        const ofBranch = newer.filter((version) => canBeChosen(version) && isFromBranch(version, "main"));
        if (ofBranch.length > 0) {
          assert.ok(preselected && !isFromOtherBranch(preselected, "main"));
          if (text !== latest?.packageVersion) yielded += 1;
        } else {
          assert.equal(text, latest?.packageVersion ?? current?.packageVersion ?? "");
        }
        // It is never older than the current version, and never one that cannot be released.
        if (preselected && preselected !== current) assert.ok(newer.includes(preselected));
        if (preselected && preselected !== current) assert.ok(canBeChosen(preselected));
        if (!dependsOnBranches(released)) assert.equal(text, preselectedVersion(released, basis([])));
      }),
      { numRuns: 1000 },
    );
    assert.ok(yielded > 10, String(yielded));
  });
});
