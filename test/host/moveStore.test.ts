import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as vscode from "vscode";
import { commands } from "../../src/commands/commands.ts";
import type { IntegrationPacksApi } from "../../src/api/integrationPacksApi.ts";
import { store } from "../support/fixtures/store.ts";
import { Answers } from "./support/answers.ts";
import { activateExtension, rejects, run } from "./support/runCommand.ts";
import { importStore } from "./support/windowStore.ts";

describe("moving the store out of VS Code's storage", () => {
  const folder = mkdtempSync(join(tmpdir(), "integration-packs-move-"));
  const target = join(folder, "packs.db");
  const answers = new Answers();
  const settings = () => vscode.workspace.getConfiguration("integrationPacks");
  const path = () => settings().get<string>("local.storePath");
  const names = async () => (await api.listPacks()).map(({ name }) => name);
  let api: IntegrationPacksApi;

  before(async () => {
    api = await activateExtension();
    await importStore(store());
  });
  after("begin with a new store of the window", async () => {
    await settings().update("local.storePath", undefined, vscode.ConfigurationTarget.Workspace);
    assert.deepEqual(await names(), []);
    rmSync(folder, { recursive: true, force: true });
  });

  it("asks where to, then with a dialog; cancelled, nothing moves", async () => {
    assert.equal(commands["integrationPacks.moveStore"].confirmation, "modal");
    answers.expectSaveFile(/^Move Store$/);
    assert.equal(await run("moveStore"), undefined);
    answers.expectSaveFile(/^Move Store$/, target);
    answers.expectDialog(/^Move the store to .*packs\.db\?$/);
    assert.equal(await run("moveStore"), undefined);
    assert.deepEqual(answers.prompts.at(-1)?.choices, ["Move Store"]);
    assert.equal(path(), "");
    assert.ok(!existsSync(target));
  });

  it("has the same packs in the file, which the setting names, and moves once", async () => {
    const before = await names();
    assert.equal(before.length, 6);
    answers.expectSaveFile(/^Move Store$/, target);
    answers.expectDialog(/^Move the store to /, "Move Store");
    await run("moveStore");
    assert.equal(path(), target);
    assert.deepEqual(await names(), before);
    await rejects("Unsupported", /storePath/, "moveStore", "argument");
  });
});
