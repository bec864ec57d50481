import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Snapshot } from "../../src/model/snapshot/snapshot.ts";
import { ids, store } from "../support/fixtures/store.ts";
import { until } from "../support/time/until.ts";
import { useSession } from "./support/session.ts";
import { fillStore, storeInWorkspace, withStore } from "./support/workspaceStore.ts";

describe("confirming commands", () => {
  const session = useSession({ settings: storeInWorkspace });

  /** The ids of the packs in the store. */
  const packIds = () =>
    withStore(session.workspace, async (backend) =>
      (await backend.listPackSummaries()).map(({ packId }) => packId),
    );

  before("fill the store", async () => {
    await fillStore(session.workspace, store());
    await session.workbench.openPacks();
    await session.workbench.packs.row("Order to Cash").waitFor();
  });

  it("asks with the pack and the effect before a row's pack is deleted, and keeps it on Cancel", async () => {
    const { packs, notifications } = session.workbench;
    await packs.contextMenu("Order to Cash", "Delete Integration Pack…");
    assert.deepEqual(await notifications.readDialog(), {
      message: 'Delete "Order to Cash"?',
      detail: [
        "The pack and the history of its releases are deleted. This cannot be undone.",
        "It leaves the account groups: All Accounts. It is uninstalled in: Acme, Bolt.",
      ].join("\n\n"),
      buttons: ["Cancel", "Delete"],
    });
    await notifications.answerDialog("Cancel");
    assert.ok((await packIds()).includes(ids.orderToCash));
  });

  it("asks when a task of the workspace calls a command with all arguments", async () => {
    const { workbench, workspace } = session;
    writeTask(workspace, "integrationPacks.deletePack", ids.upToDate);
    const innocent = workbench.quickInput.rows.filter({ hasText: "Innocent" });
    await until("the task", async () => {
      await workbench.quickInput.runCommand("Tasks: Run Task");
      await workbench.quickInput.rows
        .filter({ hasText: /Show All Tasks/ })
        .or(innocent)
        .first()
        .waitFor();
      if ((await innocent.count()) > 0) return true;
      await workbench.quickInput.cancel();
      return undefined;
    });
    await innocent.first().click();
    const { message } = await workbench.notifications.readDialog();
    assert.equal(message, 'Delete "Up to Date"?');
    await workbench.notifications.answerDialog("Cancel");
    assert.ok((await packIds()).includes(ids.upToDate));
  });

  it("asks once where a person picked the group under a title that names the pack", async () => {
    const { packs, quickInput, notifications } = session.workbench;
    await packs.contextMenu("Up to Date", "Add to Account Group…");
    await quickInput.waitForTitle("Add to Account Group: Up to Date");
    await quickInput.pick("All Accounts");
    await notifications.waitFor("The account group receives the releases of the pack from now on.");
    assert.equal(await notifications.dialog.count(), 0);
  });

  it("deletes the pack once a person agrees", async () => {
    const { packs, notifications } = session.workbench;
    await packs.contextMenu("Empty", "Delete Integration Pack…");
    await notifications.answerDialog("Delete");
    await packs.row("Empty").waitFor({ state: "detached" });
    assert.ok(!(await packIds()).includes(ids.empty));
  });
});

describe("a scheduled release whose pack changed since it was confirmed (rule 12)", () => {
  const session = useSession({ settings: storeInWorkspace });
  const difference = 'The current version of "Create Order" is 1.0, not hotfix-7.';

  /** The releases of the pack, newest first. */
  const history = () => withStore(session.workspace, (backend) => backend.history(ids.scheduled));

  before("fill the store with a release that is due and not as confirmed", async () => {
    await session.workbench.openPacks();
    await fillStore(session.workspace, changedSchedule());
    await session.workbench.packs.row("Scheduled").waitFor();
  });

  it("is not released by itself, and the notification offers to decide, never to retry", async () => {
    const { notifications } = session.workbench;
    const notice = await notifications.waitFor(
      /"Scheduled" was not released.*differs from what was confirmed/,
    );
    const buttons = await notice.getByRole("button").allInnerTexts();
    const texts = buttons.map((text) => text.trim()).filter((text) => text !== "");
    assert.deepEqual(texts, ["Release Anyway…", "Change…", "Cancel…", "Show Pack"]);
    assert.equal((await history()).length, 1);
  });

  it("says in its rows and hovers what changed, and what can be done", async () => {
    const { workbench } = session;
    await workbench.expandView("Scheduled Releases");
    const { scheduledReleases } = workbench;
    await scheduledReleases.row(/stopped · /).waitFor();
    const hover = await scheduledReleases.hover("Scheduled", /Changed since it was confirmed/);
    const text = await hover.innerText();
    assert.ok(text.includes(difference), text);
    assert.match(text, /Release it anyway, change it, or cancel it/);
    const inline = ["Change Scheduled Release…", "Release Anyway…", "Cancel Scheduled Release"];
    assert.deepEqual(await scheduledReleases.inlineActions("Scheduled"), inline);
    await workbench.packs.row(/Scheduled.*stopped · /).waitFor();
  });

  it("shows the differences before it is released anyway, and releases only once a person agrees", async () => {
    const { scheduledReleases, notifications } = session.workbench;
    await scheduledReleases.inlineAction("Scheduled", "Release Anyway…");
    const { message, detail, buttons } = await notifications.readDialog();
    assert.equal(message, 'Release "Scheduled" anyway?');
    assert.ok(detail.includes(difference), detail);
    assert.deepEqual(buttons, ["Cancel", "Release Anyway"]);
    await notifications.answerDialog("Cancel");
    assert.equal((await history()).length, 1);
    await scheduledReleases.inlineAction("Scheduled", "Release Anyway…");
    await notifications.answerDialog("Release Anyway");
    const released = await until("the release", async () => {
      const releases = await history();
      return releases.length > 1 ? releases : undefined;
    });
    assert.deepEqual(released[0]?.versions, { [ids.createOrder]: "1.1" });
  });
});

/** Writes a task whose input calls a command with an argument, as a repository may contain it. */
function writeTask(workspace: string, command: string, args: string): void {
  mkdirSync(join(workspace, ".vscode"), { recursive: true });
  const tasks = {
    version: "2.0.0",
    tasks: [{ label: "Innocent", type: "shell", command: "echo ${input:harm}", problemMatcher: [] }],
    inputs: [{ id: "harm", type: "command", command, args }],
  };
  writeFileSync(join(workspace, ".vscode/tasks.json"), JSON.stringify(tasks));
}

/** A store whose scheduled release was due, and whose pack had another current version when it was confirmed. */
function changedSchedule(): Snapshot {
  const { packs, ...rest } = store();
  const confirmed = [{ componentId: ids.createOrder, currentVersion: "hotfix-7", deleted: false }];
  return {
    ...rest,
    packs: packs.map((pack) =>
      pack.scheduled
        ? { ...pack, scheduled: { ...pack.scheduled, date: "2026-02-03", timeZone: "UTC", confirmed } }
        : pack,
    ),
  };
}
