import assert from "node:assert/strict";
import { globSync, renameSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { openLocalBackend } from "../../src/backend/local/localBackend.ts";
import { until } from "../support/time/until.ts";
import { useSession } from "./support/session.ts";

describe("the store of a folder that was renamed", () => {
  const session = useSession({ alone: true });

  it("is offered with the names of its scheduled releases, and used after a confirmation", async () => {
    const { editor, workbench, workspace } = session;
    await workbench.openPacks();
    await workbench.button("Load Sample Packs").click();
    await workbench.packs.row("Order to Cash").waitFor();
    const [store] = globSync(
      join(editor.dataFolder, "**", "packworks.integration-packs", "integration-packs.db"),
    );
    assert.ok(store !== undefined);
    await scheduleIn(store, "Order to Cash");
    await editor.closeAllWindows();
    await until("store that no program has open", () => isFree(store) || undefined);
    const renamed = `${workspace}-renamed`;
    renameSync(workspace, renamed);

    await editor.openWindow({ workspace: renamed });
    const offer = /new, empty store.*scheduled releases do not run here: Order to Cash\./;
    await workbench.notifications.press(offer, "Use Earlier Store…");
    await workbench.quickInput.waitForTitle("Use Earlier Store");
    await workbench.quickInput.pick(workspace);
    await workbench.notifications.dialog.getByText(/Its content \(5 integration packs\) is moved/).waitFor();
    await workbench.notifications.answerDialog("Use Store");
    await workbench.openPacks();
    await workbench.packs.row("Order to Cash").waitFor();
    await workbench.notifications.waitFor(/This workspace now uses the store of/);
    await editor.closeAllWindows();
    // The session removes the folder by its first name.
    renameSync(renamed, workspace);
  });
});

async function scheduleIn(store: string, name: string): Promise<void> {
  const backend = await openLocalBackend({ file: store, user: "colleague", clock: () => new Date() });
  try {
    const pack = (await backend.listPacks()).find((each) => each.name === name);
    assert.ok(pack);
    await backend.schedules.schedule({ packId: pack.packId, date: "2037-03-01", timeZone: "UTC" });
  } finally {
    backend.dispose();
  }
}

/** Whether no program has the store open: only then it can leave the mode in which programs share it. */
function isFree(store: string): boolean {
  const file = new DatabaseSync(store);
  try {
    file.exec("PRAGMA journal_mode = DELETE");
    return true;
  } catch {
    return false;
  } finally {
    file.close();
  }
}
