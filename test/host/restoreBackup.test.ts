import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as vscode from "vscode";
import type { IntegrationPacksApi } from "../../src/api/integrationPacksApi.ts";
import type { Snapshot } from "../../src/model/snapshot/snapshot.ts";
import { pack } from "../support/fixtures/snapshotParts.ts";
import { Answers } from "./support/answers.ts";
import { activateExtension, rejects, run } from "./support/runCommand.ts";
import { importStore } from "./support/windowStore.ts";

describe("restoring a backup", () => {
  const folder = mkdtempSync(join(tmpdir(), "integration-packs-restore-"));
  const store = join(folder, "store.db");
  const settings = () => vscode.workspace.getConfiguration("integrationPacks");
  const answers = new Answers();
  let api: IntegrationPacksApi;

  const names = async () => (await api.listPacks()).map(({ name }) => name);
  const backups = (reason: string) =>
    readdirSync(`${store}.backups`)
      .filter((name) => name.includes(reason))
      .map((name) => vscode.Uri.file(join(`${store}.backups`, name)));
  const only = (files: readonly vscode.Uri[]) => {
    assert.equal(files.length, 1);
    return files[0] ?? assert.fail();
  };

  before("switch to another store", async () => {
    api = await activateExtension();
    await settings().update("local.storePath", store, vscode.ConfigurationTarget.Global);
    await importStore(storeOf("p-1", "Before"));
    await importStore(storeOf("p-2", "After"));
  });
  after("switch back to the store of the window", async () => {
    await settings().update("local.storePath", undefined, vscode.ConfigurationTarget.Global);
    rmSync(folder, { recursive: true, force: true });
  });

  it("restores what an import replaced, and backs up what it replaces itself", async () => {
    assert.deepEqual(await names(), ["After"]);
    answers.expectDialog(/^Replace all data with the backup of /, "Restore");
    await run("restoreBackup", only(backups("before-import")));
    assert.deepEqual(await names(), ["Before"]);
    answers.expectDialog(/^Replace all data with the backup of /, "Restore");
    await run("restoreBackup", only(backups("before-restore")));
    assert.deepEqual(await names(), ["After"]);
  });

  it("rejects a missing file and a file that is no backup, and leaves the store as it is", async () => {
    await rejects("NotFound", /gone\.db/, "restoreBackup", vscode.Uri.file(join(folder, "gone.db")));
    const text = join(folder, "text.db");
    writeFileSync(text, "This is no database. ".repeat(500));
    await rejects("InvalidRequest", /text\.db/, "restoreBackup", vscode.Uri.file(text));
    assert.deepEqual(await names(), ["After"]);
  });
});

function storeOf(packId: string, name: string): Snapshot {
  return {
    formatVersion: 1,
    components: [],
    packs: [pack(packId, name)],
    accountGroups: [],
    installations: [],
  };
}
