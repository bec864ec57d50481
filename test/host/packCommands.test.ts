import assert from "node:assert/strict";
import type { IntegrationPacksApi } from "../../src/api/integrationPacksApi.ts";
import type { Snapshot } from "../../src/model/snapshot/snapshot.ts";
import { pack, processComponent, version } from "../support/fixtures/snapshotParts.ts";
import { Answers } from "./support/answers.ts";
import { activateExtension, rejects, run } from "./support/runCommand.ts";
import { exportStore, importStore } from "./support/windowStore.ts";

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

/** The button that confirms each command. */
const buttons: Readonly<Record<string, string>> = {
  createPack: "Create",
  editPack: "Change Pack",
  addComponents: "Add",
  removeComponent: "Remove",
  undeleteComponent: "Undelete",
  setPendingVersion: "Set",
  createVersion: "Package",
  deleteVersion: "Delete",
  restoreVersion: "Restore",
  createGroup: "Create",
  createAccount: "Create",
  addToAccountGroup: "Add",
  removeFromAccountGroup: "Remove",
  installPack: "Install",
  uninstallPack: "Uninstall",
  applyPendingUpdate: "Apply",
  deletePack: "Delete",
  deleteAccount: "Delete",
  deleteGroup: "Delete",
};

describe("commands that manage packs, called with all arguments and confirmed", () => {
  const answers = new Answers();
  let api: IntegrationPacksApi;

  const confirm = (command: string) => answers.expectDialog(/\?$/, buttons[command] ?? assert.fail(command));

  /** Runs a command and confirms its dialog. */
  async function runConfirmed(command: string, ...args: unknown[]): Promise<void> {
    confirm(command);
    assert.equal(await run(command, ...args), undefined);
  }

  /** Asserts that a command rejects after its dialog was confirmed. */
  async function rejectsConfirmed(
    code: string,
    pattern: RegExp,
    command: string,
    ...args: unknown[]
  ): Promise<void> {
    confirm(command);
    await rejects(code, pattern, command, ...args);
  }

  const packNamed = async (name: string) => {
    const found = (await api.listPacks()).find((each) => each.name === name);
    assert.ok(found, `there is no pack ${name}`);
    return found;
  };

  const componentOf = async (packId: string, componentId: string) =>
    (await api.getPack(packId)).components.find((component) => component.componentId === componentId);

  before(async () => {
    api = await activateExtension();
  });

  beforeEach(() => importStore(content));

  it("createPack creates a pack of the type, and rejects a name that is taken or empty", async () => {
    await runConfirmed("createPack", "Order to Cash", "SINGLE", "All about orders");
    const { installationType, description, deploymentModel } = await packNamed("Order to Cash");
    assert.deepEqual(
      [installationType, description, deploymentModel],
      ["SINGLE", "All about orders", "packaged"],
    );
    await runConfirmed("createPack", "Old", "SINGLE", "", "legacy");
    assert.equal((await packNamed("Old")).deploymentModel, "legacy");

    await rejectsConfirmed("InvalidRequest", /order to cash/i, "createPack", "ORDER to cash ", "SINGLE");
    await rejectsConfirmed("InvalidRequest", /name/i, "createPack", " ", "SINGLE");
    await rejects("InvalidRequest", /SINGLE or MULTI/, "createPack", "X", "BOTH");
    await rejectsConfirmed("InvalidRequest", /500/, "createPack", "X", "SINGLE", "x".repeat(501));
  });

  it("editPack renames a pack, but not one with multiple attachments", async () => {
    await runConfirmed("editPack", "p-orders", "Sales Orders", "More");
    assert.equal((await packNamed("Sales Orders")).description, "More");
    await rejectsConfirmed("InvalidRequest", /./, "editPack", "p-multi", "Other Name");
    await rejectsConfirmed("InvalidRequest", /./, "editPack", "p-orders", "partners");
    await rejects("NotFound", /nowhere/, "editPack", "nowhere", "X");
  });

  it("addComponents adds the latest shareable versions, or nothing if one component is rejected", async () => {
    await runConfirmed("addComponents", "p-orders", "c-invoice", "c-api");
    assert.equal((await api.getPack("p-orders")).components.length, 3);
    await rejectsConfirmed("InvalidRequest", /./, "addComponents", "p-orders", "c-private");
    await rejectsConfirmed("InvalidRequest", /API Service/, "addComponents", "p-multi", "c-invoice", "c-api");
    assert.deepEqual((await api.getPack("p-multi")).components, []);
    await rejectsConfirmed("InvalidRequest", /./, "addComponents", "p-orders", "c-order");
    await rejectsConfirmed("NotFound", /./, "addComponents", "p-orders", "c-nowhere");
  });

  it("removeComponent marks a released component Deleted and removes any other, and undeleteComponent removes the mark", async () => {
    await api.release({ packId: "p-orders" });
    await runConfirmed("addComponents", "p-orders", "c-invoice");
    await runConfirmed("removeComponent", "p-orders", "c-invoice");
    assert.equal(await componentOf("p-orders", "c-invoice"), undefined);
    await runConfirmed("removeComponent", "p-orders", "c-order");
    assert.equal((await componentOf("p-orders", "c-order"))?.deleted, true);
    await runConfirmed("undeleteComponent", "p-orders", "c-order");
    assert.equal((await componentOf("p-orders", "c-order"))?.deleted, false);
    await rejectsConfirmed("InvalidRequest", /./, "undeleteComponent", "p-orders", "c-order");
    await rejects("NotFound", /./, "removeComponent", "p-orders", "c-invoice");
  });

  it("createVersion, setPendingVersion, deleteVersion and restoreVersion follow the rules for versions", async () => {
    await api.release({ packId: "p-orders" });
    await runConfirmed("createVersion", "c-order", "1.1", "Faster");
    const [newest] = await api.listVersions("c-order");
    assert.deepEqual([newest?.packageVersion, newest?.notes, newest?.shareable], ["1.1", "Faster", true]);
    await runConfirmed("setPendingVersion", "p-orders", "c-order", "1.1");
    assert.equal((await componentOf("p-orders", "c-order"))?.pendingVersion, "1.1");
    await rejectsConfirmed("InvalidRequest", /./, "deleteVersion", newest?.packageId);
    await rejectsConfirmed("InvalidRequest", /./, "deleteVersion", "k-1");
    answers.expectDialog(/^Clear the pending version of "Create Order" in "Orders"\?$/, "Clear");
    await run("setPendingVersion", "p-orders", "c-order", "");
    await runConfirmed("deleteVersion", newest?.packageId);
    assert.equal((await api.getVersion(newest?.packageId ?? "")).deleted, true);
    await rejectsConfirmed("InvalidRequest", /1\.1/, "createVersion", "c-order", "1.1");
    await rejectsConfirmed("InvalidRequest", /./, "setPendingVersion", "p-orders", "c-order", "1.1");
    await runConfirmed("restoreVersion", newest?.packageId);
    assert.equal((await api.getVersion(newest?.packageId ?? "")).deleted, false);
    await rejects("NotFound", /./, "createVersion", "c-nowhere", "1.0");
  });

  it("shares a released pack with groups, installs it, applies an update early, and uninstalls it with the pack", async () => {
    await runConfirmed("createGroup", "Partners");
    const { groupId } = (await exportStore()).accountGroups[0] ?? assert.fail("no group");
    await runConfirmed("createAccount", groupId, "Acme");
    const { accountId } = (await exportStore()).accountGroups[0]?.accounts[0] ?? assert.fail("no account");

    await rejectsConfirmed("InvalidRequest", /release/, "addToAccountGroup", "p-orders", groupId);
    await api.release({ packId: "p-orders" });
    await rejectsConfirmed("InvalidRequest", /./, "installPack", "p-orders", accountId);
    await runConfirmed("addToAccountGroup", "p-orders", groupId);
    await rejectsConfirmed("InvalidRequest", /./, "addToAccountGroup", "p-orders", groupId);
    await runConfirmed("installPack", "p-orders", accountId);
    await rejects("NotFound", /scheduled/, "applyPendingUpdate", "p-orders", accountId);

    await runConfirmed("createVersion", "c-order", "1.1");
    await api.schedule({ packId: "p-orders", date: "2099-01-01" });
    await runConfirmed("applyPendingUpdate", "p-orders", accountId);
    assert.equal((await exportStore()).installations[0]?.appliedScheduled, true);

    await runConfirmed("uninstallPack", "p-orders", accountId);
    assert.deepEqual((await exportStore()).installations, []);
    await rejects("NotFound", /./, "uninstallPack", "p-orders", accountId);
    await runConfirmed("installPack", "p-orders", accountId);
    await runConfirmed("removeFromAccountGroup", "p-orders", groupId);
    await rejects("NotFound", /./, "removeFromAccountGroup", "p-orders", groupId);
    await runConfirmed("deletePack", "p-orders");
    const left = await exportStore();
    assert.deepEqual([left.packs.length, left.installations.length], [1, 0]);
    await runConfirmed("deleteAccount", accountId);
    await runConfirmed("deleteGroup", groupId);
    assert.deepEqual((await exportStore()).accountGroups, []);
    await rejects("NotFound", /./, "deleteGroup", groupId);
    await rejects("NotFound", /./, "deletePack", "p-orders");
  });
});
