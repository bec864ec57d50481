import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as vscode from "vscode";
import type { IntegrationPacksApi } from "../../src/api/integrationPacksApi.ts";
import type { Snapshot } from "../../src/model/snapshot/snapshot.ts";
import { ids, store } from "../support/fixtures/store.ts";
import { activateExtension, rejectsWithCode } from "./support/runCommand.ts";
import { importStore } from "./support/windowStore.ts";

const group = "g-all";

describe("manage in the exported API", () => {
  const folder = mkdtempSync(join(tmpdir(), "integration-packs-host-"));
  const file = vscode.Uri.file(join(folder, "store.integration-packs.json"));
  let api: IntegrationPacksApi;

  before(async () => {
    api = await activateExtension();
  });

  beforeEach(() => importStore(store()));
  after(() => rmSync(folder, { recursive: true, force: true }));

  async function exported(): Promise<Snapshot> {
    await api.manage.exportSnapshot(file);
    return JSON.parse(readFileSync(file.fsPath, "utf8")) as Snapshot;
  }

  const componentOf = async (packId: string, componentId: string) =>
    (await api.getPack(packId)).components.find((component) => component.componentId === componentId);

  it("creates, edits and deletes packs", async () => {
    const packId = await api.manage.createPack({
      name: "Old Orders",
      installationType: "SINGLE",
      description: "For one account",
      deploymentModel: "legacy",
    });
    assert.equal((await api.getPack(packId)).deploymentModel, "legacy");
    await api.manage.editPack(packId, { name: "Older Orders" });
    const { name, description } = await api.getPack(packId);
    assert.deepEqual([name, description], ["Older Orders", "For one account"]);
    await rejects(
      api.manage.createPack({ name: "older orders", installationType: "SINGLE" }),
      "InvalidRequest",
    );
    await rejects(api.manage.editPack(ids.neverReleased, { name: "Renamed" }), "InvalidRequest");
    await api.manage.deletePack(packId);
    await rejects(api.getPack(packId), "NotFound");
    await rejects(api.manage.deletePack(packId), "NotFound");
  });

  it("adds, removes and undeletes components, and sets pending versions", async () => {
    await api.manage.addComponents(ids.empty, [ids.createOrder, ids.orderApi]);
    assert.equal((await api.getPack(ids.empty)).components.length, 2);
    await api.manage.removeComponent(ids.empty, ids.orderApi);
    assert.equal(await componentOf(ids.empty, ids.orderApi), undefined);
    await api.manage.removeComponent(ids.upToDate, ids.createOrder);
    assert.equal((await componentOf(ids.upToDate, ids.createOrder))?.deleted, true);
    await api.manage.undeleteComponent(ids.upToDate, ids.createOrder);
    assert.equal((await componentOf(ids.upToDate, ids.createOrder))?.deleted, false);
    await api.manage.setPendingVersion(ids.upToDate, ids.createOrder, "1.1");
    assert.equal((await componentOf(ids.upToDate, ids.createOrder))?.pendingVersion, "1.1");
    await rejects(api.manage.addComponents(ids.empty, ["c-nowhere"]), "NotFound");
    await rejects(api.manage.addComponents(ids.neverReleased, [ids.orderApi]), "InvalidRequest");
  });

  it("shares packs with account groups, and applies pending updates", async () => {
    await api.manage.addToAccountGroup(ids.upToDate, group);
    assert.ok((await exported()).accountGroups[0]?.packIds.includes(ids.upToDate));
    await api.manage.removeFromAccountGroup(ids.upToDate, group);
    assert.ok(!(await exported()).accountGroups[0]?.packIds.includes(ids.upToDate));
    await rejects(api.manage.addToAccountGroup(ids.neverReleased, group), "InvalidRequest");
    await rejects(api.manage.removeFromAccountGroup(ids.upToDate, group), "NotFound");
    await api.manage.applyPendingUpdate(ids.scheduled, "a-bolt");
    const applied = (await exported()).installations.filter(({ appliedScheduled }) => appliedScheduled);
    assert.deepEqual(applied.map(({ accountId }) => accountId).sort(), ["a-acme", "a-bolt"]);
    await rejects(api.manage.applyPendingUpdate(ids.scheduled, "a-bolt"), "InvalidRequest");
  });

  it("imports and exports snapshots and loads the sample packs, without asking", async () => {
    const before = await exported();
    await api.manage.loadSampleData();
    assert.ok(!(await api.listPacks()).some(({ packId }) => packId === ids.orderToCash));
    writeFileSync(file.fsPath, JSON.stringify(before));
    await api.manage.importSnapshot(file);
    assert.deepEqual(await exported(), before);
  });

  it("leaves the store as it is when a file cannot be imported or written", async () => {
    const before = await exported();
    writeFileSync(file.fsPath, JSON.stringify({ ...before, packs: {} }));
    await rejects(api.manage.importSnapshot(file), "InvalidRequest", /packs/);
    const missing = vscode.Uri.joinPath(file, "..", "missing", "store.json");
    await rejects(api.manage.importSnapshot(missing), "InvalidRequest", /missing/);
    const nowhere = vscode.Uri.from({ scheme: "nowhere", path: "/store.json" });
    await rejects(api.manage.exportSnapshot(nowhere), "InvalidRequest", /store\.json/);
    assert.deepEqual(await exported(), before);
  });
});

function rejects(promise: Promise<unknown>, code: string, message = /./): Promise<void> {
  return rejectsWithCode(promise, code, message);
}
