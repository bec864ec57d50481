import assert from "node:assert/strict";
import type { PackSharing } from "../../../../../src/model/pack/accountGroup.ts";
import type { ReleaseChange } from "../../../../../src/model/release/releaseChanges.ts";
import { countedChanges } from "../../../../../webview-ui/wizard/changes/countedChanges.ts";
import { planSum } from "../../../../../webview-ui/wizard/several/planSum.ts";

describe("the sum of a plan", () => {
  const change = (kind: ReleaseChange["kind"]): ReleaseChange => ({
    componentId: kind,
    componentName: kind,
    from: "",
    to: "",
    kind,
  });
  const installedIn = (...accountIds: readonly string[]): PackSharing => ({
    groups: [],
    installations: accountIds.map((accountId) => ({
      accountId,
      accountName: accountId,
      releaseId: "r",
      pendingUpdate: false,
    })),
  });

  it("counts packs, components that change, and each account of those packs once", () => {
    const packs = [
      { changes: [change("new"), change("unchanged")], sharing: installedIn("a", "b") },
      { changes: [change("upgrade")], sharing: installedIn("b", "c") },
      { changes: [change("unchanged")], sharing: installedIn("d") },
    ];
    assert.equal(planSum(packs), "3 packs, 2 components change, 3 accounts");
    assert.equal(
      planSum([{ changes: [change("new")], sharing: installedIn("a") }]),
      "1 pack, 1 component changes, 1 account",
    );
  });

  it("does not count accounts where those of one pack are not known", () => {
    const packs = [{ changes: [change("new")], sharing: installedIn("a") }, { changes: [change("new")] }];
    assert.equal(planSum(packs), "2 packs, 2 components change");
    assert.equal(
      planSum([{ changes: [change("new")], sharing: { groups: [] } }]),
      "1 pack, 1 component changes",
    );
  });

  it("names what changes in a pack, the most important first", () => {
    assert.equal(
      countedChanges([change("upgrade"), change("upgrade"), change("rollBack"), change("unchanged")]),
      "1 rolled back, 2 upgraded",
    );
    assert.equal(countedChanges([change("unchanged")]), "Nothing changes");
  });
});
