import assert from "node:assert/strict";
import fc from "fast-check";
import { IntegrationPacksError } from "../../../../src/errors/errors.ts";
import { canBeReleased, type IntegrationPack, type PackComponent } from "../../../../src/model/pack/pack.ts";
import { canBeChosen, newestFirst } from "../../../../src/model/pack/packagedVersion.ts";
import { changeOf, releaseChanges } from "../../../../src/model/release/releaseChanges.ts";
import type { ComponentVersions } from "../../../../src/model/release/release.ts";
import { preselectedVersions } from "../../../../src/model/release/preselectedVersions.ts";
import { resolveVersions } from "../../../../src/model/release/resolveVersions.ts";
import { throwsWith } from "../../../support/rejectsWith.ts";
import {
  arbitraryPack,
  arbitraryRequest,
  component,
  findVersion,
  outcomeOf,
  packOf,
  versionTexts,
  versionIn,
} from "../../../support/arbitrary/arbitraryPack.ts";

/** The requested versions, and the preselected ones of the components that stay and are not requested. */
const withPreselection = (pack: IntegrationPack, requested: ComponentVersions): ComponentVersions => ({
  ...preselectedVersions(pack, { releaseBranch: "", versionsOf: () => [] }),
  ...requested,
});

describe("what a release does to a component", () => {
  const kinds = (differences: Partial<PackComponent>, to: string) =>
    changeOf(component("c", differences), to, findVersion);

  it("depends on the age of versions, never on their text", () => {
    assert.equal(kinds({}, "1"), "new");
    assert.equal(kinds({ currentVersion: "1" }, "1"), "unchanged");
    assert.equal(kinds({ currentVersion: "1" }, "2"), "upgrade");
    assert.equal(kinds({ currentVersion: "2" }, "1"), "rollBack");
    assert.equal(kinds({ currentVersion: "2", deleted: true }, ""), "removed");
    assert.equal(kinds({ deleted: true }, "1"), "removed");
    assert.equal(kinds({ latestVersion: "2" }, "2"), "new");
    assert.equal(kinds({}, ""), "new", "also while no version is chosen");
  });

  it("is an upgrade to the latest version even if the versions are unknown", () => {
    const latest = component("unversioned", { currentVersion: "9", latestVersion: "10" });
    assert.equal(changeOf(latest, "10", findVersion), "upgrade");
  });

  it("agrees with the order of versions: an older version is a roll-back, a newer one an upgrade", () =>
    fc.assert(
      fc.property(fc.constantFrom(...versionTexts), fc.constantFrom(...versionTexts), (from, to) => {
        const one = findVersion("c", from);
        const other = findVersion("c", to);
        assert.ok(one && other);
        const order = newestFirst(one, other);
        const expected = order === 0 ? "unchanged" : order < 0 ? "rollBack" : "upgrade";
        assert.equal(kinds({ currentVersion: from }, to), expected);
      }),
    ));

  it("has the versions before and after; what leaves has none, and what is left out stays as it is", () => {
    const pack = packOf(
      component("changed", { currentVersion: "1" }),
      component("added"),
      component("leftOut", { latestVersion: "2" }),
      component("leaving", { currentVersion: "1", deleted: true }),
      component("leavingUnreleased", { deleted: true }),
    );
    const chosen = { changed: "2", added: "1", leaving: "2" };
    assert.deepEqual(
      releaseChanges(pack, chosen, findVersion).map(({ componentId, from, to, kind }) => [
        componentId,
        from,
        to,
        kind,
      ]),
      [
        ["changed", "1", "2", "upgrade"],
        ["added", "", "1", "new"],
        ["leftOut", "", "", "unchanged"],
        ["leaving", "1", "", "removed"],
        ["leavingUnreleased", "", "", "removed"],
      ],
    );
  });

  it("is listed for every component in the order of the pack, and agrees with the release", () =>
    fc.assert(
      fc.property(arbitraryPack, arbitraryRequest, (pack, requested) => {
        const versions = withPreselection(pack, requested);
        const changes = releaseChanges(pack, versions, findVersion);
        assert.deepEqual(
          changes.map(({ componentId }) => componentId),
          pack.components.map(({ componentId }) => componentId),
        );
        const resolved = outcomeOf(() => resolveVersions(pack, versions, findVersion));
        if (resolved instanceof IntegrationPacksError) return;
        for (const { componentId, from, to, kind } of changes) {
          assert.equal(kind === "removed" ? undefined : to, versionIn(resolved, componentId));
          assert.equal(kind === "unchanged", from === to && kind !== "removed");
        }
        assert.ok(changes.some(({ kind }) => kind !== "unchanged"));
      }),
    ));
});

describe("the versions that a release carries", () => {
  it("include each component that stays, with a version that can be chosen or is current", () => {
    let resolvedCount = 0;
    fc.assert(
      fc.property(arbitraryPack, arbitraryRequest, (pack, requested) => {
        const resolved = outcomeOf(() =>
          resolveVersions(pack, withPreselection(pack, requested), findVersion),
        );
        if (resolved instanceof IntegrationPacksError) return;
        resolvedCount += 1;
        const staying = pack.components.filter(({ deleted }) => !deleted);
        assert.deepEqual(Object.keys(resolved).sort(), staying.map(({ componentId }) => componentId).sort());
        for (const { componentId, currentVersion } of staying) {
          const text: string = versionIn(resolved, componentId) ?? "";
          const version = findVersion(componentId, text);
          assert.ok(text === currentVersion || (version && canBeChosen(version)));
          if (Object.hasOwn(requested, componentId)) assert.equal(text, requested[componentId]);
        }
        const changes = pack.components.some(
          ({ componentId, currentVersion, deleted }) =>
            deleted || versionIn(resolved, componentId) !== currentVersion,
        );
        assert.ok(changes);
      }),
      { numRuns: 2000 },
    );
    assert.ok(resolvedCount > 20);
  });

  it("rule 4: are rejected for a pack that cannot be released: it has no changes or no components", () =>
    fc.assert(
      fc.property(arbitraryPack, (pack) => {
        if (canBeReleased(pack)) return;
        const outcome = outcomeOf(() => resolveVersions(pack, withPreselection(pack, {}), findVersion));
        assert.ok(outcome instanceof IntegrationPacksError);
        const empty = pack.components.length === 0;
        assert.equal(outcome.code, empty ? "InvalidRequest" : "NothingToRelease");
      }),
    ));

  it("are rejected with the reason and what to do", () => {
    const pack = packOf(
      component("a", { currentVersion: "1", latestVersion: "2" }),
      component("b", { deleted: true }),
    );
    const resolve = (requested: Record<string, string>) => () =>
      resolveVersions(pack, withPreselection(pack, requested), findVersion);
    throwsWith(resolve({ c: "1" }), "NotFound", /"c"/, /add it to the pack/);
    throwsWith(resolve({ b: "1" }), "InvalidRequest", /Undelete/);
    throwsWith(resolve({ a: "9" }), "NotFound", /"9"/, /Choose/);
    throwsWith(resolve({ a: "3" }), "InvalidRequest", /not shareable/);
    throwsWith(resolve({ a: "4" }), "InvalidRequest", /deleted/);
    throwsWith(resolve({ a: "" }), "InvalidRequest", /Choose a shareable version/);
    const unchanged = packOf(component("a", { currentVersion: "1" }));
    const release = () => resolveVersions(unchanged, { a: "1" }, findVersion);
    throwsWith(release, "NothingToRelease", /Choose another/);
    throwsWith(() => resolveVersions(unchanged, {}, findVersion), "InvalidRequest", /No version/);
  });
});
