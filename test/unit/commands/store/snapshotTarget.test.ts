import assert from "node:assert/strict";
import { homedir } from "node:os";
import { join } from "node:path";
import type { snapshotTarget as SnapshotTarget } from "../../../../src/commands/store/snapshotTarget.ts";
import { provideEditorApi } from "../../../support/editor/editorPanel.ts";

describe("the file that is proposed for a new snapshot", () => {
  let snapshotTarget: typeof SnapshotTarget;
  let workspace: { workspaceFolders: { uri: { scheme: string; fsPath: string } }[] | undefined };

  before(async () => {
    provideEditorApi();
    ({ snapshotTarget } = await import("../../../../src/commands/store/snapshotTarget.ts"));
    ({ workspace } = await import("../../../support/editor/editorApi.ts"));
  });
  afterEach(() => (workspace.workspaceFolders = undefined));

  it("is in the home folder without a workspace, and never at the root", () => {
    assert.equal(snapshotTarget()?.fsPath, join(homedir(), "store.integration-packs.json"));
    assert.equal(snapshotTarget("/home/dev")?.fsPath, "/home/dev/store.integration-packs.json");
  });

  it("is in the first folder of the workspace", async () => {
    const vscode = await import("vscode");
    workspace.workspaceFolders = [{ uri: vscode.Uri.file("/work/packs") }];
    assert.equal(snapshotTarget("/home/dev")?.fsPath, "/work/packs/store.integration-packs.json");
  });
});
