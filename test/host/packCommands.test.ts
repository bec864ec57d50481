import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as vscode from "vscode";
import type { IntegrationPacksApi } from "../../src/api/integrationPacksApi.ts";
import type { Snapshot } from "../../src/model/snapshot/snapshot.ts";
import { pack, processComponent, version } from "../support/fixtures/snapshotParts.ts";

const content: Snapshot = {
  formatVersion: 1,
  components: [
    processComponent("c-order", "Create Order", version("k-1", "1.0", "2026-01-01T09:00:00Z")),
    processComponent("c-invoice", "Send Invoice", version("k-2", "1.0", "2026-01-01T09:00:00Z")),
    {
      ...processComponent("c-api", "Order API", version("k-3", "1.0", "2026-01-01T09:00:00Z")),
      type: "webservice",
    },
    processComponent(
      "c-private",
      "Private",
      version("k-4", "1.0", "2026-01-01T09:00:00Z", { shareable: false }),
    ),
  ],
  packs: [
    pack("p-multi", "Partners", { installationType: "MULTI" }),
    pack("p-orders", "Orders", { components: [{ componentId: "c-order" }] }),
  ],
  accountGroups: [],
  installations: [],
};

describe("commands that manage packs, called by code with all their arguments", () => {
  const folder = mkdtempSync(join(tmpdir(), "integration-packs-host-"));
  let api: IntegrationPacksApi;

  const run = (command: string, ...args: unknown[]) =>
    vscode.commands.executeCommand(`integrationPacks.${command}`, ...args);

  const rejects = (code: string, pattern: RegExp, command: string, ...args: unknown[]) =>
    assert.rejects(Promise.resolve(run(command, ...args)), (error: Error & { code?: string }) => {
      assert.equal(error.code, code, error.message);
      assert.match(error.message, pattern);
      return true;
    });

  async function exported(): Promise<Snapshot> {
    const file = join(folder, "now.integration-packs.json");
    await run("exportSnapshot", vscode.Uri.file(file));
    return JSON.parse(readFileSync(file, "utf8")) as Snapshot;
  }

  const packNamed = async (name: string) => {
    const found = (await api.listPacks()).find((each) => each.name === name);
    assert.ok(found, `there is no pack ${name}`);
    return found;
  };

  const componentOf = async (packId: string, componentId: string) =>
    (await api.getPack(packId)).components.find((component) => component.componentId === componentId);

  before(async () => {
    const extension = vscode.extensions.getExtension<IntegrationPacksApi>("packworks.integration-packs");
    assert.ok(extension, "the extension is not there");
    api = await extension.activate();
  });

  beforeEach(async () => {
    const file = join(folder, "begin.integration-packs.json");
    writeFileSync(file, JSON.stringify(content));
    await run("importSnapshot", vscode.Uri.file(file));
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  it("createPack makes a pack of the type, and rejects a name that is taken or empty", async () => {
    await run("createPack", "Order to Cash", "SINGLE", "All about orders");
    const { installationType, description, deploymentModel } = await packNamed("Order to Cash");
    assert.deepEqual(
      [installationType, description, deploymentModel],
      ["SINGLE", "All about orders", "packaged"],
    );
    await run("createPack", "Old", "SINGLE", "", "legacy");
    assert.equal((await packNamed("Old")).deploymentModel, "legacy");

    await rejects("InvalidRequest", /order to cash/i, "createPack", "ORDER to cash ", "SINGLE");
    await rejects("InvalidRequest", /name/i, "createPack", " ", "SINGLE");
    await rejects("InvalidRequest", /SINGLE or MULTI/, "createPack", "X", "BOTH");
    await rejects("InvalidRequest", /500/, "createPack", "X", "SINGLE", "x".repeat(501));
  });

  it("editPack renames, but not a pack with multiple attachments", async () => {
    await run("editPack", "p-orders", "Sales Orders", "More");
    assert.equal((await packNamed("Sales Orders")).description, "More");
    await rejects("InvalidRequest", /./, "editPack", "p-multi", "Other Name");
    await rejects("InvalidRequest", /./, "editPack", "p-orders", "partners");
    await rejects("NotFound", /nowhere/, "editPack", "nowhere", "X");
  });

  it("addComponents adds the latest shareable versions, all or none", async () => {
    await run("addComponents", "p-orders", "c-invoice", "c-api");
    assert.equal((await api.getPack("p-orders")).components.length, 3);
    await rejects("InvalidRequest", /./, "addComponents", "p-orders", "c-private");
    await rejects("InvalidRequest", /API Service/, "addComponents", "p-multi", "c-invoice", "c-api");
    assert.deepEqual((await api.getPack("p-multi")).components, []);
    await rejects("InvalidRequest", /./, "addComponents", "p-orders", "c-order");
    await rejects("NotFound", /./, "addComponents", "p-orders", "c-nowhere");
  });

  it("removeComponent marks what was released, takes out the rest, and undeleteComponent keeps it", async () => {
    await api.release({ packId: "p-orders" });
    await run("addComponents", "p-orders", "c-invoice");
    await run("removeComponent", "p-orders", "c-invoice");
    assert.equal(await componentOf("p-orders", "c-invoice"), undefined);
    await run("removeComponent", "p-orders", "c-order");
    assert.equal((await componentOf("p-orders", "c-order"))?.deleted, true);
    await run("undeleteComponent", "p-orders", "c-order");
    assert.equal((await componentOf("p-orders", "c-order"))?.deleted, false);
    await rejects("InvalidRequest", /./, "undeleteComponent", "p-orders", "c-order");
    await rejects("NotFound", /./, "removeComponent", "p-orders", "c-invoice");
  });

  it("createVersion, setPendingVersion, deleteVersion and restoreVersion keep the rules of versions", async () => {
    await api.release({ packId: "p-orders" });
    await run("createVersion", "c-order", "1.1", "Faster");
    const [newest] = await api.listVersions("c-order");
    assert.deepEqual([newest?.packageVersion, newest?.notes, newest?.shareable], ["1.1", "Faster", true]);
    await run("setPendingVersion", "p-orders", "c-order", "1.1");
    assert.equal((await componentOf("p-orders", "c-order"))?.pendingVersion, "1.1");
    await rejects("InvalidRequest", /./, "deleteVersion", newest?.packageId);
    await rejects("InvalidRequest", /./, "deleteVersion", "k-1");
    await run("setPendingVersion", "p-orders", "c-order", "");
    await run("deleteVersion", newest?.packageId);
    assert.equal((await api.getVersion(newest?.packageId ?? "")).deleted, true);
    await rejects("InvalidRequest", /1\.1/, "createVersion", "c-order", "1.1");
    await rejects("InvalidRequest", /./, "setPendingVersion", "p-orders", "c-order", "1.1");
    await run("restoreVersion", newest?.packageId);
    assert.equal((await api.getVersion(newest?.packageId ?? "")).deleted, false);
    await rejects("NotFound", /./, "createVersion", "c-nowhere", "1.0");
  });

  it("groups, accounts and installations: shared after a release, updated early, uninstalled with the pack", async () => {
    await run("createGroup", "Partners");
    const { groupId } = (await exported()).accountGroups[0] ?? assert.fail("no group");
    await run("createAccount", groupId, "Acme");
    const { accountId } = (await exported()).accountGroups[0]?.accounts[0] ?? assert.fail("no account");

    await rejects("InvalidRequest", /release/, "addToAccountGroup", "p-orders", groupId);
    await api.release({ packId: "p-orders" });
    await rejects("InvalidRequest", /./, "installPack", "p-orders", accountId);
    await run("addToAccountGroup", "p-orders", groupId);
    await rejects("InvalidRequest", /./, "addToAccountGroup", "p-orders", groupId);
    await run("installPack", "p-orders", accountId);
    await rejects("NotFound", /scheduled/, "applyPendingUpdate", "p-orders", accountId);

    await run("createVersion", "c-order", "1.1");
    await api.schedule({ packId: "p-orders", date: "2099-01-01" });
    await run("applyPendingUpdate", "p-orders", accountId);
    assert.equal((await exported()).installations[0]?.appliedScheduled, true);

    await run("uninstallPack", "p-orders", accountId);
    assert.deepEqual((await exported()).installations, []);
    await rejects("NotFound", /./, "uninstallPack", "p-orders", accountId);
    await run("installPack", "p-orders", accountId);
    await run("removeFromAccountGroup", "p-orders", groupId);
    await rejects("NotFound", /./, "removeFromAccountGroup", "p-orders", groupId);
    await run("deletePack", "p-orders");
    const left = await exported();
    assert.deepEqual([left.packs.length, left.installations.length], [1, 0]);
    await run("deleteAccount", accountId);
    await run("deleteGroup", groupId);
    assert.deepEqual((await exported()).accountGroups, []);
    await rejects("NotFound", /./, "deleteGroup", groupId);
    await rejects("NotFound", /./, "deletePack", "p-orders");
  });
});
