import assert from "node:assert/strict";
import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ids, store } from "../support/fixtures/store.ts";
import { schedulablePacks } from "../support/fixtures/schedulablePacks.ts";
import { useSession } from "./support/session.ts";
import { fillStore, storeInWorkspace, withStore } from "./support/workspaceStore.ts";

describe("restoring a backup", () => {
  const session = useSession({ settings: storeInWorkspace });
  const storeFile = () => join(session.workspace, "store.db");

  /** The name and schedule state of each pack in the store. */
  const content = () =>
    withStore(session.workspace, async (backend) =>
      (await backend.listPacks()).map(({ name, scheduled }) => [name, scheduled?.state ?? ""]),
    );

  async function pickBackup(text: string): Promise<void> {
    const { quickInput } = session.workbench;
    await quickInput.waitForTitle("Restore from Backup");
    await quickInput.pick(text);
  }

  before("make a backup by importing over a store", async () => {
    await fillStore(session.workspace, store());
    await fillStore(session.workspace, schedulablePacks(1));
    const { workbench } = session;
    await workbench.openPacks();
    await workbench.packs.row("Pack 0").waitFor();
  });

  it("asks for confirmation with what is replaced and what is marked missed, and changes nothing on Cancel", async () => {
    const { workbench } = session;
    const before = await content();
    await workbench.runCommand("Restore from Backup…");
    await pickBackup("before an import");
    const { dialog } = workbench.notifications;
    await dialog.getByText(/Replace all data with the backup of/).waitFor();
    const text = await dialog.innerText();
    assert.match(
      text,
      / \(1 integration pack\) are replaced by those of the backup \(\d integration packs\)/,
    );
    const scheduled = store().packs.find(({ packId }) => packId === ids.scheduled)?.name ?? assert.fail();
    assert.match(text, new RegExp(`are marked missed, and do not run by themselves:\\s+${scheduled}`));
    await workbench.notifications.answerDialog("Cancel");
    assert.deepEqual(await content(), before);
  });

  it("restores the backup, and says where the previous content is", async () => {
    const { workbench } = session;
    await workbench.runCommand("Restore from Backup…");
    await pickBackup("before an import");
    await workbench.notifications.answerDialog("Restore");
    await workbench.notifications.waitFor(
      /Restored \d integration packs\. The previous content is stored as/,
    );
    await workbench.packs.row("Order to Cash").waitFor();
    const restored = store().packs.map(({ packId, name }) => [
      name,
      packId === ids.scheduled ? "missed" : "",
    ]);
    assert.deepEqual((await content()).sort(), restored.sort());
  });

  it("is offered for a damaged store, and moves the damaged file to the backups", async () => {
    const { workbench } = session;
    const restored = await content();
    writeFileSync(`${storeFile()}.damage`, "This is no store any more. ".repeat(1_000));
    renameSync(`${storeFile()}.damage`, storeFile());
    await workbench.runCommand("Refresh");
    await workbench.welcome("Integration Packs").getByText("The local store is damaged.").waitFor();
    await workbench.button("Restore from Backup…").click();
    await pickBackup("before an import");
    await workbench.notifications.dialog.getByText(/cannot be read\. It is moved to the backups/).waitFor();
    await workbench.notifications.answerDialog("Restore");
    await workbench.packs.row("Order to Cash").waitFor();
    assert.deepEqual(await content(), restored);
  });
});
