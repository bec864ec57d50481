import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { formatPlan } from "../../src/model/plan/file/formatPlan.ts";
import type { ReleasePlan } from "../../src/model/plan/releasePlan.ts";
import { releasePlan } from "../support/fixtures/releasePlan.ts";
import { store } from "../support/fixtures/store.ts";
import { PlatformStandIn } from "../support/platform/standIn/platformStandIn.ts";
import { useSession } from "./support/session.ts";

describe("an untrusted workspace", () => {
  let platform: PlatformStandIn;
  before("start the server that the workspace settings name", async () => {
    platform = await PlatformStandIn.start(store());
  });
  after("stop it", () => platform.stop());
  const session = useSession({ trusted: false });

  /** Writes workspace settings, as the sender of the folder could. */
  async function setInWorkspace(settings: Readonly<Record<string, string>>): Promise<void> {
    await mkdir(join(session.workspace, ".vscode"), { recursive: true });
    await writeFile(join(session.workspace, ".vscode/settings.json"), JSON.stringify(settings));
  }

  it("cannot choose the store", async () => {
    const { workbench, workspace } = session;
    await setInWorkspace({ "integrationPacks.local.storePath": "chosen.db" });
    await workbench.openPacks();
    await workbench.button("Load Sample Packs").click();
    await workbench.packs.row("Order to Cash").waitFor();
    assert.ok(
      !existsSync(join(workspace, "chosen.db")),
      "the store was created where the workspace settings say",
    );
  });

  it("has plans of the local store checked, and none of the platform", async () => {
    const { workbench, workspace } = session;
    const { quickInput, page } = workbench;
    await setInWorkspace({});
    const problems = page.locator(".markers-panel");
    const { accountId } = platform.access;
    const targets: Readonly<Record<string, ReleasePlan["target"]>> = {
      local: { backend: "local" },
      remote: { backend: "platform", baseUrl: platform.baseUrl, accountId, scheduleWith: "workspace" },
    };
    for (const [name, target] of Object.entries(targets)) {
      await writeFile(join(workspace, `${name}.release-plan.json`), formatPlan({ ...releasePlan(), target }));
    }
    const open = async (name: string) => {
      await quickInput.runCommand("Go to File...");
      await quickInput.fill(`${name}.release-plan.json`);
      await quickInput.pick(`${name}.release-plan.json`);
      await workbench.tab(`${name}.release-plan.json`).waitFor();
    };
    await open("local");
    await quickInput.runCommand("Problems: Focus on Problems View");
    await problems
      .getByText(/There is no integration pack with the ID/)
      .first()
      .waitFor();
    await open("remote");
    await problems.getByText(/This release plan was not checked\. .*Restricted Mode/).waitFor();
    await workbench.runCommand("Apply Release Plan…");
    await workbench.notifications.waitFor(/In Restricted Mode, only release plans for the local store/);
    assert.equal(await workbench.tab(/^Release /).count(), 0);
    assert.deepEqual(platform.log, []);
    await quickInput.runCommand("View: Close All Editors");
  });

  it("can choose neither the address of the platform nor the account", async () => {
    const { workbench } = session;
    const { accountId } = platform.access;
    await setInWorkspace({
      "integrationPacks.backend": "platform",
      "integrationPacks.platform.baseUrl": platform.baseUrl,
      "integrationPacks.platform.accountId": accountId,
      "integrationPacks.platform.overrideAccount": accountId,
    });
    await workbench.welcome("Integration Packs").getByText("You are signed out of Boomi.").waitFor();
    await workbench.runCommand("Sign In to Boomi…");
    // There are three steps, as the account in the workspace settings is ignored.
    await workbench.quickInput.waitForTitle("Sign In to Boomi (1/4)");
    assert.equal(await workbench.quickInput.input.inputValue(), "");
    await workbench.page.keyboard.press("Escape");
    assert.deepEqual(platform.log, []);
  });
});
