import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as vscode from "vscode";
import type { IntegrationPacksApi } from "../../src/api/integrationPacksApi.ts";
import { commands } from "../../src/commands/commands.ts";
import type { Snapshot, SnapshotPack } from "../../src/model/snapshot/snapshot.ts";
import { ids, store } from "../support/fixtures/store.ts";
import { Answers } from "./support/answers.ts";
import { closeAllTabs } from "./support/closeAllTabs.ts";
import { activateExtension, rejects, run } from "./support/runCommand.ts";
import { exportStore, importStore } from "./support/windowStore.ts";

const group = "g-all";

/** A command with arguments that leave nothing to pick, the dialog that it asks with, and the button that agrees. */
type Asking = readonly [args: readonly string[], message: RegExp, button: string];

/** Every command that changes the store, but those that replace all of it. */
const asking: Readonly<Record<string, Asking>> = {
  cancelSchedule: [
    [ids.scheduled],
    /^Cancel the scheduled release of "Scheduled"\?$/,
    "Cancel Scheduled Release",
  ],
  releaseNow: [[ids.scheduled], /^Release "Scheduled" now instead of on its date\?$/, "Release Now"],
  releaseAnyway: [[ids.scheduled], /^Release "Scheduled" now instead of on its date\?$/, "Release Now"],
  applyPendingUpdate: [
    [ids.scheduled, "a-bolt"],
    /^Apply the pending update of "Scheduled" to "Bolt"\?$/,
    "Apply",
  ],
  deletePack: [[ids.orderToCash], /^Delete "Order to Cash"\?$/, "Delete"],
  deleteVersion: [["k-api-10"], /^Delete version "10" of "Order API"\?$/, "Delete"],
  restoreVersion: [["k-create-deleted"], /^Restore version "2\.0-deleted" of "Create Order"\?$/, "Restore"],
  deleteGroup: [[group], /^Delete the account group "All Accounts"\?$/, "Delete"],
  deleteAccount: [["a-acme"], /^Delete the account "Acme"\?$/, "Delete"],
  uninstallPack: [[ids.orderToCash, "a-acme"], /^Uninstall "Order to Cash" from "Acme"\?$/, "Uninstall"],
  removeFromAccountGroup: [
    [ids.orderToCash, group],
    /^Remove "Order to Cash" from the account group "All Accounts"\?$/,
    "Remove",
  ],
  createPack: [["New", "SINGLE"], /^Create the integration pack "New"\?$/, "Create"],
  editPack: [[ids.orderToCash, "O2C"], /^Change "Order to Cash"\?$/, "Change Pack"],
  addComponents: [[ids.empty, ids.createOrder], /^Add components to "Empty"\?$/, "Add"],
  removeComponent: [[ids.upToDate, ids.createOrder], /^Remove "Create Order" from "Up to Date"\?$/, "Remove"],
  undeleteComponent: [
    [ids.orderToCash, ids.cancelOrder],
    /^Undelete "Cancel Order" in "Order to Cash"\?$/,
    "Undelete",
  ],
  setPendingVersion: [
    [ids.upToDate, ids.createOrder, "1.1"],
    /^Set the pending version of "Create Order" in "Up to Date" to "1\.1"\?$/,
    "Set",
  ],
  createVersion: [[ids.orderApi, "11"], /^Package version "11" of "Order API"\?$/, "Package"],
  addToAccountGroup: [
    [ids.upToDate, group],
    /^Add "Up to Date" to the account group "All Accounts"\?$/,
    "Add",
  ],
  createGroup: [["Partners"], /^Create the account group "Partners"\?$/, "Create"],
  createAccount: [
    [group, "Corp"],
    /^Create the account "Corp" in the account group "All Accounts"\?$/,
    "Create",
  ],
  installPack: [["p-shared", "a-acme"], /^Install "Shared" in "Acme"\?$/, "Install"],
};

describe("the confirmation of a command that is called with all arguments", () => {
  const answers = new Answers();
  const folder = mkdtempSync(join(tmpdir(), "integration-packs-confirmations-"));
  const file = vscode.Uri.file(join(folder, "store.integration-packs.json"));
  let api: IntegrationPacksApi;

  before(async () => {
    api = await activateExtension();
  });
  beforeEach(() => importStore(content()));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("is tested for every command that changes the store", () => {
    const changing = Object.entries(commands)
      .filter(([, { confirmation }]) => confirmation === "modal" || confirmation === "picking")
      .map(([id]) => id.replace("integrationPacks.", ""));
    assert.deepEqual(
      [...Object.keys(asking), "moveRecords", "moveStore", "restoreBackup", "useEarlierStore"].sort(),
      changing.sort(),
    );
  });

  for (const [command, [args, message, button]] of Object.entries(asking)) {
    it(`is a dialog that names what is changed; cancelled, it changes nothing: ${command}`, async () => {
      const before = await exportStore();
      answers.expectDialog(message);
      assert.equal(await run(command, ...args), undefined);
      assert.deepEqual(answers.prompt.choices, [button]);
      assert.notEqual(answers.prompt.detail, "");
      assert.deepEqual(await exportStore(), before);
    });

    it(`lets the command act once a person agrees: ${command}`, async () => {
      const before = await exportStore();
      answers.expectDialog(message, button);
      assert.equal(await run(command, ...args), undefined);
      assert.notDeepEqual(await exportStore(), before);
    });
  }

  it("is asked for a backup, too; cancelled, the store stays as it is", async () => {
    const before = await exportStore();
    const backup = join(folder, "other.db");
    await rejects("NotFound", /other\.db/, "restoreBackup", backup);
    await rejects("InvalidRequest", /computer/, "restoreBackup", "https://example.com/store.db");
    assert.deepEqual(await exportStore(), before);
  });

  describe("that replaces the whole store", () => {
    beforeEach(() => writeFileSync(file.fsPath, JSON.stringify(dueStore())));

    it("names the file and what is due, in any form of the argument; cancelled, it changes nothing", async () => {
      const before = await exportStore();
      for (const argument of [file, file.toString(), file.fsPath]) {
        answers.expectDialog(/^Replace all data with store\.integration-packs\.json\?$/);
        assert.equal(await run("importSnapshot", argument), undefined);
        assert.match(answers.prompts.at(-1)?.detail ?? "", /as soon as they are imported:\n\nScheduled$/);
      }
      assert.deepEqual(await exportStore(), before);
    });

    it("imports once a person agrees", async () => {
      writeFileSync(file.fsPath, JSON.stringify(emptyStore()));
      answers.expectDialog(/^Replace all data/, "Replace");
      await run("importSnapshot", file);
      assert.deepEqual(await api.listPacks(), []);
    });

    it("is asked for an empty store only where a release of the file is due", async () => {
      await importStore(emptyStore());
      answers.expectDialog(/^Import store\.integration-packs\.json\?$/);
      await run("importSnapshot", file);
      assert.deepEqual(await api.listPacks(), []);
      writeFileSync(file.fsPath, JSON.stringify(store()));
      await run("importSnapshot", file);
      assert.equal((await api.listPacks()).length, store().packs.length);
    });

    it("is asked for the sample packs, unless the store is empty", async () => {
      answers.expectDialog(/^Replace all data with the sample packs\?$/);
      await run("loadSampleData");
      await api.getPack(ids.orderToCash);
      await importStore(emptyStore());
      await run("loadSampleData");
      assert.notDeepEqual(await api.listPacks(), []);
    });
  });

  it("is asked for an export into a file that exists; cancelled, the file stays as it is", async () => {
    writeFileSync(file.fsPath, "precious");
    answers.expectDialog(/^Replace the file "store\.integration-packs\.json"\?$/);
    assert.equal(await run("exportSnapshot", file), undefined);
    assert.equal(readFileSync(file.fsPath, "utf8"), "precious");
    answers.expectDialog(/^Replace the file/, "Replace");
    await run("exportSnapshot", file);
    assert.deepEqual(JSON.parse(readFileSync(file.fsPath, "utf8")), await exportStore());
    const other = vscode.Uri.joinPath(file, "..", "new.integration-packs.json");
    await run("exportSnapshot", other);
    assert.deepEqual(JSON.parse(readFileSync(other.fsPath, "utf8")), await exportStore());
  });

  it("shows how the pack differs from what was confirmed where its scheduled release was stopped (rule 12)", async () => {
    const confirmed = [{ componentId: ids.createOrder, currentVersion: "hotfix-7", deleted: false }];
    const stopped = { state: "failed", problem: "It changed.", problemCode: "Conflict", confirmed } as const;
    await importStore(withSchedule(stopped));
    answers.expectDialog(/^Release "Scheduled" anyway\?$/, "Release Anyway");
    await run("releaseAnyway", ids.scheduled);
    const { detail = "" } = answers.prompt;
    assert.match(detail, /The current version of "Create Order" is 1\.0, not hotfix-7\./);
    assert.match(detail, /\nCreate Order: 1\.0 → 1\.1$/);
    const [latest] = await api.history(ids.scheduled);
    assert.deepEqual(latest?.versions, { [ids.createOrder]: "1.1" });
  });

  it("rejects a failure with a message in which no name is a link", async () => {
    const packId = await api.manage.createPack({ name: "[x](command:y)", installationType: "SINGLE" });
    answers.expectDialog(/^Add "\[x\]\(command:y\)" to the account group/, "Add");
    await assert.rejects(Promise.resolve(run("addToAccountGroup", packId, group)), (error: Error) => {
      assert.match(error.message, /^"\[x\]\u200B\(command:y\)" was never released/);
      return true;
    });
  });
});

describe("the choice of a person", () => {
  const answers = new Answers();
  let api: IntegrationPacksApi;

  before(async () => {
    api = await activateExtension();
  });
  beforeEach(() => importStore(content()));
  afterEach(closeAllTabs);

  it("is the question where the title names the pack", async () => {
    answers.expectPick(/^Add to Account Group: Up to Date$/, "All Accounts");
    await run("addToAccountGroup", ids.upToDate);
    answers.expectPick(/^Remove Component: Never Released$/, "Create Order");
    await run("removeComponent", ids.neverReleased);
    answers.expectPick(/^Add Packaged Components – 0 of 100 selected for Empty$/, "Order API");
    await run("addComponents", ids.empty);
    answers.expectPick(/^Install Integration Pack: Shared$/, "Bolt");
    await run("installPack", "p-shared");
    const { accountGroups, installations } = await exportStore();
    assert.ok(accountGroups[0]?.packIds.includes(ids.upToDate));
    assert.ok(installations.some(({ packId, accountId }) => packId === "p-shared" && accountId === "a-bolt"));
    assert.equal((await api.getPack(ids.neverReleased)).components.length, 1);
    assert.equal((await api.getPack(ids.empty)).components.length, 1);
  });

  it("changes nothing when it is cancelled", async () => {
    const before = await exportStore();
    answers.expectPick(/^Add to Account Group: Up to Date$/);
    assert.equal(await run("addToAccountGroup", ids.upToDate), undefined);
    answers.expectText(/^Edit Integration Pack: Order to Cash$/);
    assert.equal(await run("editPack", ids.orderToCash), undefined);
    answers.expectPick(/^Delete Integration Pack$/);
    assert.equal(await run("deletePack"), undefined);
    assert.deepEqual(await exportStore(), before);
  });

  it("does not replace the dialog of a command that always asks", async () => {
    answers.expectPick(/^Delete Integration Pack$/, "Empty");
    answers.expectDialog(/^Delete "Empty"\?$/, "Delete");
    await run("deletePack");
    assert.ok(!(await api.listPacks()).some(({ packId }) => packId === ids.empty));
  });

  it("cannot be passed as an argument that looks like a row", async () => {
    const before = await exportStore();
    const row = { pack: { packId: ids.upToDate }, component: { componentId: ids.createOrder } };
    answers.expectPick(/^Remove Component$/);
    await run("removeComponent", row);
    answers.expectPick(/^Delete Integration Pack$/);
    await run("deletePack", { ids: [ids.empty] });
    assert.deepEqual(await exportStore(), before);
  });

  it("is made in the wizard by the commands that release, schedule, change and roll back", async () => {
    const before = await exportStore();
    await run("release", ids.orderToCash);
    await run("releaseSeveral", [ids.orderToCash, ids.upToDate]);
    await run("schedule", ids.orderToCash);
    await run("releaseOtherVersions", ids.upToDate);
    await run("editSchedule", ids.scheduled);
    await run("rollBack", ids.orderToCash, "r-order-1");
    assert.deepEqual(await exportStore(), before);
  });
});

/** A store in which a released pack is shared with a group and installed nowhere. */
function content(): Snapshot {
  const { packs, accountGroups, ...rest } = store();
  const shared = packs.find(({ packId }) => packId === ids.upToDate) ?? assert.fail();
  const [all = assert.fail()] = accountGroups;
  const releases = [
    {
      releaseId: "r-shared",
      releasedAt: "2026-04-01T08:00:00Z",
      releasedBy: "lead",
      versions: { [ids.createOrder]: "1.0" },
    },
  ];
  return {
    ...rest,
    packs: [...packs, { ...shared, packId: "p-shared", name: "Shared", releases }],
    accountGroups: [{ ...all, packIds: [...all.packIds, "p-shared"] }],
  };
}

function emptyStore(): Snapshot {
  return { formatVersion: 1, components: [], packs: [], accountGroups: [], installations: [] };
}

/** A store with a scheduled release whose date has come. */
function dueStore(): Snapshot {
  return withSchedule({ date: "2026-02-03", timeZone: "UTC" });
}

function withSchedule(change: Partial<SnapshotPack["scheduled"]>): Snapshot {
  const { packs, ...rest } = store();
  return {
    ...rest,
    packs: packs.map((pack) =>
      pack.scheduled ? { ...pack, scheduled: { ...pack.scheduled, ...change } } : pack,
    ),
  };
}
