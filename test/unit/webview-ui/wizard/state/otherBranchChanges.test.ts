import assert from "node:assert/strict";
import { chosenChanges } from "../../../../../webview-ui/wizard/state/chosenChanges.ts";
import { pickVersion } from "../../../../../webview-ui/wizard/state/chosenVersions.ts";
import { otherBranchChanges } from "../../../../../webview-ui/wizard/state/otherBranchChanges.ts";
import type { WizardState } from "../../../../../webview-ui/wizard/state/wizardState.ts";
import {
  after,
  component,
  packMessage,
  packOf,
  version,
  versionsMessage,
} from "../../../../support/wizardMessages.ts";

describe("rule 5: the changes to versions of other branches", () => {
  const versions = [
    version("hotfix-7", { branchName: "hotfix", createdDate: "2026-01-03T00:00:00Z" }),
    version("unnamed", { branchName: "", createdDate: "2026-01-02T00:00:00Z" }),
    version("1.1", { createdDate: "2026-01-02T00:00:00Z" }),
    version("1.0", { branchName: "hotfix" }),
  ];
  const opened = after(
    packMessage(packOf([component("a", { latestVersion: "hotfix-7" })])),
    versionsMessage(versions),
  );
  const named = (state: WizardState, releaseBranch = "main") =>
    otherBranchChanges(chosenChanges(state), state.received.versions, releaseBranch).map(
      ({ change, version: { branchName } }) => [change.to, branchName],
    );
  const picking = (text: string) => ({ ...opened, stored: pickVersion(opened.stored, "a", text) });

  it("name each version that is released from another branch, with its branch", () => {
    assert.deepEqual(named(opened), []);
    assert.deepEqual(named(picking("hotfix-7")), [["hotfix-7", "hotfix"]]);
    assert.deepEqual(named(picking("hotfix-7"), "HOTFIX"), []);
    assert.deepEqual(named(picking("hotfix-7"), ""), []);
  });

  it("do not name a version without a branch, nor one that stays as it is", () => {
    assert.deepEqual(named(picking("unnamed")), []);
    assert.deepEqual(named(picking("1.0")), []);
  });

  it("are not known while the versions are not", () => {
    const { versions: _read, ...received } = picking("hotfix-7").received;
    assert.deepEqual(named({ ...picking("hotfix-7"), received }), []);
  });
});
