import assert from "node:assert/strict";
import type { PackComponent } from "../../../../src/model/pack/pack.ts";
import { resolveScheduledVersions } from "../../../../src/model/schedule/scheduledVersions.ts";
import { throwsWith } from "../../../support/rejectsWith.ts";
import { component, findVersion, packOf } from "../../../support/arbitrary/arbitraryPack.ts";

describe("rule 12: the versions that a scheduled release carries at its date", () => {
  const scheduled = { a: "2" };
  const resolve = (...components: PackComponent[]) =>
    resolveScheduledVersions(packOf(...components), scheduled, findVersion);

  it("are the scheduled ones, whatever was pending or became the latest since", () => {
    const since = { currentVersion: "1", pendingVersion: "1", latestVersion: "2" };
    assert.deepEqual(resolve(component("a", since)), { a: "2" });
  });

  it("leave out what was added since, and keep the current version of what was undeleted since", () => {
    const added = component("b", { pendingVersion: "1", latestVersion: "2" });
    assert.deepEqual(resolve(component("a"), added), { a: "2" });
    const undeleted = component("b", { currentVersion: "1", latestVersion: "2" });
    assert.deepEqual(resolve(component("a"), undeleted), { a: "2", b: "1" });
  });

  it("leave out what was marked Deleted or taken out since", () => {
    const marked = component("a", { currentVersion: "1", deleted: true });
    assert.deepEqual(resolve(marked, component("b", { currentVersion: "1" })), { b: "1" });
    throwsWith(() => resolve(), "InvalidRequest", /no components/);
  });

  it("are refused when one was deleted since, or all were released since", () => {
    const current = component("a", { currentVersion: "2" });
    throwsWith(() => resolve(current), "NothingToRelease");
    const pack = packOf(component("a", { currentVersion: "1" }));
    throwsWith(() => resolveScheduledVersions(pack, { a: "4" }, findVersion), "InvalidRequest", /deleted/);
  });
});
