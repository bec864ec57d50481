import assert from "node:assert/strict";
import { useSession } from "./support/session.ts";
import { storeInWorkspace, withStore } from "./support/workspaceStore.ts";
import { WizardWebview } from "./support/wizardWebview.ts";

describe("the oldest VS Code that `engines` allows", () => {
  const session = useSession({ version: "oldest", settings: storeInWorkspace });

  it("releases a sample pack through the wizard, by mouse", async () => {
    const { workbench, workspace } = session;
    await workbench.openPacks();
    await workbench.button("Load Sample Packs").click();
    await workbench.packs.inlineAction("Order to Cash", "Release Integration Pack…");
    const wizard = new WizardWebview(workbench);
    await wizard.waitForPage("versions");
    await wizard.selectVersion("Create Sales Order", "1.0");
    await wizard.next();
    await wizard.frame.getByText("Roll-back", { exact: true }).waitFor();
    await wizard.release();
    await wizard.button("Finish").click();
    const packs = await withStore(workspace, (store) => store.listPacks());
    const released = packs
      .find(({ name }) => name === "Order to Cash")
      ?.components.find(({ componentName }) => componentName === "Create Sales Order");
    assert.equal(released?.currentVersion, "1.0");
  });
});
