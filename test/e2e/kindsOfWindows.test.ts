import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { useSession } from "./support/session.ts";
import { Workbench } from "./support/workbench.ts";

describe("kinds of windows", () => {
  const session = useSession({ alone: true });

  it("a saved workspace has a store of its own, not that of its folder", async () => {
    const { editor, workspace, workbench } = session;
    await workbench.openPacks();
    await workbench.button("Load Sample Packs").click();
    await workbench.packs.row("Order to Cash").waitFor();
    const saved = join(workspace, "all.code-workspace");
    writeFileSync(saved, JSON.stringify({ folders: [{ path: "." }] }));
    await editor.openWindow({ workspace: saved });
    const second = new Workbench(editor);
    await second.openPacks();
    await second.button("Load Sample Packs").waitFor();
  });

  it("a window without a folder has a store, which the next one has as well", async () => {
    const { editor } = session;
    await editor.closeAllWindows();
    await editor.openWindow({ workspace: "" });
    const first = new Workbench(editor);
    await first.openPacks();
    await first.button("Load Sample Packs").click();
    await first.packs.row("Order to Cash").waitFor();
    await editor.closeAllWindows();
    await editor.openWindow({ workspace: "" });
    const second = new Workbench(editor);
    // The view may be restored at any moment, and the icon would close it then.
    await second.quickInput.runCommand("Integration Packs: Focus on Integration Packs View");
    await second.packs.row("Order to Cash").waitFor();
  });
});
