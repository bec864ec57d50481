import assert from "node:assert/strict";
import type { CommandId } from "../../../src/contributions.ts";
import { callUnchecked } from "../../support/callUnchecked.ts";
import { provideEditorApi } from "../../support/editor/editorPanel.ts";

/** How the contract has the commands confirmed that do not only read. */
const confirmations: Readonly<Partial<Record<CommandId, string>>> = {
  "integrationPacks.release": "wizard",
  "integrationPacks.releaseSeveral": "wizard",
  "integrationPacks.applyPlan": "wizard",
  "integrationPacks.schedule": "wizard",
  "integrationPacks.releaseOtherVersions": "wizard",
  "integrationPacks.editSchedule": "wizard",
  "integrationPacks.rollBack": "wizard",
  "integrationPacks.rollBackToRelease": "wizard",
  "integrationPacks.cancelSchedule": "modal",
  "integrationPacks.releaseNow": "modal",
  "integrationPacks.releaseAnyway": "modal",
  "integrationPacks.applyPendingUpdate": "modal",
  "integrationPacks.deletePack": "modal",
  "integrationPacks.deleteVersion": "modal",
  "integrationPacks.deleteGroup": "modal",
  "integrationPacks.deleteAccount": "modal",
  "integrationPacks.restoreVersion": "modal",
  "integrationPacks.restoreBackup": "modal",
  "integrationPacks.useEarlierStore": "modal",
  "integrationPacks.moveStore": "modal",
  "integrationPacks.uninstallPack": "modal",
  "integrationPacks.removeFromAccountGroup": "modal",
  "integrationPacks.createPack": "picking",
  "integrationPacks.editPack": "picking",
  "integrationPacks.addComponents": "picking",
  "integrationPacks.removeComponent": "picking",
  "integrationPacks.undeleteComponent": "picking",
  "integrationPacks.setPendingVersion": "picking",
  "integrationPacks.createVersion": "picking",
  "integrationPacks.addToAccountGroup": "picking",
  "integrationPacks.createGroup": "picking",
  "integrationPacks.createAccount": "picking",
  "integrationPacks.installPack": "picking",
  "integrationPacks.importSnapshot": "replacing",
  "integrationPacks.loadSampleData": "replacing",
  "integrationPacks.moveRecords": "modal",
  "integrationPacks.exportSnapshot": "replacing",
};

describe("the table of commands", () => {
  before(() => provideEditorApi());

  it("has every command confirmed as the contract says, and the others only read", async () => {
    const { commands } = await import("../../../src/commands/commands.ts");
    const actual = Object.entries(commands).map(([id, { confirmation }]) => [id, confirmation]);
    const confirmed = actual.filter(([, confirmation]) => confirmation !== "reads");
    assert.deepEqual(Object.fromEntries(confirmed), confirmations);
  });
});

describe("a call of a command", () => {
  before(() => provideEditorApi());

  async function call(...args: unknown[]) {
    const { callOf } = await import("../../../src/commands/ask/callOf.ts");
    const { byPerson, onRow, args: given } = callOf(args);
    return { byPerson, onRow: onRow !== undefined, args: given };
  }

  it("is a person's without arguments, on a row, and with a button of the extension", async () => {
    const { OwnCall } = await import("../../../src/contributions.ts");
    const { AccountGroupItem } = await import("../../../src/views/accountGroups/accountGroupItem.ts");
    const row = new AccountGroupItem({ groupId: "g", name: "G", packs: [], accounts: [] });
    assert.deepEqual(await call(), { byPerson: true, onRow: false, args: [] });
    assert.deepEqual(await call(row, undefined), { byPerson: true, onRow: true, args: [row, undefined] });
    assert.deepEqual(await call(new OwnCall(["p"])), { byPerson: true, onRow: false, args: ["p"] });
  });

  it("has the selected rows that are of the kind of its own", async () => {
    const { AccountGroupItem } = await import("../../../src/views/accountGroups/accountGroupItem.ts");
    const { AccountItem } = await import("../../../src/views/accountGroups/accountItem.ts");
    const { callOf } = await import("../../../src/commands/ask/callOf.ts");
    const [one, other] = ["g", "h"].map(
      (groupId) => new AccountGroupItem({ groupId, name: "G", packs: [], accounts: [] }),
    );
    assert.ok(one && other);
    const account = new AccountItem(one, { accountId: "a", name: "A" });
    assert.deepEqual(callOf([one, [one, account, other, "g"]]).rows, [one, other]);
    assert.equal(callOf([one, [one]]).rows, undefined);
    assert.equal(callOf(["g", [one, other]]).rows, undefined);
  });

  it("asks once for several rows, and acts on each", async () => {
    const { asksByPicking } = await import("../../../src/commands/confirmation.ts");
    const { confirmedBy } = await import("../../../src/ui/ask/confirmed.ts");
    const acted: unknown[] = [];
    const entry = asksByPicking<{ row: unknown; chosen: undefined }>({
      find: (_, { args }) => Promise.resolve({ row: args[0], chosen: undefined }),
      question: () => assert.fail("asked for one"),
      severalQuestion: (_, all) => ({ message: `${all.length}?`, detail: [], button: "Yes" }),
      act: (_, { row }) => Promise.resolve(void acted.push(row)),
    });
    const call = { byPerson: true, args: [1], rows: [1, 2] };
    const prepared: unknown = await callUnchecked(entry, "prepare", {}, call);
    assert.ok(typeof prepared === "object" && prepared !== null);
    assert.deepEqual(await callUnchecked(prepared, "question"), { message: "2?", detail: [], button: "Yes" });
    await callUnchecked(prepared, "act", confirmedBy("dialog"));
    assert.deepEqual(acted, [1, 2]);
  });

  it("is not a person's with ids or files", async () => {
    const { Uri } = await import("vscode");
    assert.deepEqual(await call("p", "c"), { byPerson: false, onRow: false, args: ["p", "c"] });
    assert.equal((await call(Uri.file("/x"))).byPerson, false);
    assert.equal((await call(["p", "q"])).byPerson, false);
    assert.equal((await call([])).byPerson, true);
  });

  it("is on no row if an argument only looks like one", async () => {
    const group = { groupId: "g", name: "G", packs: [], accounts: [] };
    assert.equal((await call({ id: "group/g", group })).onRow, false);
    assert.deepEqual((await call({ ids: ["p"] })).args, [{ ids: ["p"] }]);
  });
});
