import assert from "node:assert/strict";
import type { PackComponent } from "../../../../src/model/pack/pack.ts";
import { resolveScheduledVersions } from "../../../../src/model/schedule/scheduledVersions.ts";
import { throwsWith } from "../../../support/rejectsWith.ts";
import { component, findVersion, packOf } from "../../../support/arbitrary/arbitraryPack.ts";

describe("rule 12: the versions of a scheduled release at its date", () => {
  const scheduled = { a: "2" };
  const resolve = (...components: PackComponent[]) =>
    resolveScheduledVersions(packOf(...components), scheduled, findVersion);

  it("are the scheduled ones, whatever the pending and latest versions are", () => {
    const since = { currentVersion: "1", pendingVersion: "1", latestVersion: "2" };
    assert.deepEqual(resolve(component("a", since)), { a: "2" });
  });

  it("leave out components that were added since, and keep the current version of undeleted components", () => {
    const added = component("b", { pendingVersion: "1", latestVersion: "2" });
    assert.deepEqual(resolve(component("a"), added), { a: "2" });
    const undeleted = component("b", { currentVersion: "1", latestVersion: "2" });
    assert.deepEqual(resolve(component("a"), undeleted), { a: "2", b: "1" });
  });

  it("leave out components that were marked Deleted or removed since", () => {
    const marked = component("a", { currentVersion: "1", deleted: true });
    assert.deepEqual(resolve(marked, component("b", { currentVersion: "1" })), { b: "1" });
    throwsWith(() => resolve(), "InvalidRequest", /no components/);
  });

  it("are rejected if a version was deleted since, or if all were released since", () => {
    const current = component("a", { currentVersion: "2" });
    throwsWith(() => resolve(current), "NothingToRelease");
    const pack = packOf(component("a", { currentVersion: "1" }));
    throwsWith(() => resolveScheduledVersions(pack, { a: "4" }, findVersion), "InvalidRequest", /deleted/);
  });
});
