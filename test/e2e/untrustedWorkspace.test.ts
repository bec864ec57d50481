import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { store } from "../support/fixtures/store.ts";
import { PlatformStandIn } from "../support/platform/platformStandIn.ts";
import { useSession } from "./support/session.ts";

describe("a workspace that is not trusted", () => {
  let platform: PlatformStandIn;
  before("start a server that the workspace names", async () => {
    platform = await PlatformStandIn.start(store());
  });
  after("stop it", () => platform.stop());
  const session = useSession({ trusted: false });

  /** Sets these in the workspace, as whoever sent the folder could. */
  async function setInWorkspace(settings: Readonly<Record<string, string>>): Promise<void> {
    await mkdir(join(session.workspace, ".vscode"), { recursive: true });
    await writeFile(join(session.workspace, ".vscode/settings.json"), JSON.stringify(settings));
  }

  it("does not choose the store", async () => {
    const { workbench, workspace } = session;
    await setInWorkspace({ "integrationPacks.local.storePath": "chosen.db" });
    await workbench.openPacks();
    await workbench.button("Load Sample Packs").click();
    await workbench.packs.row("Order to Cash").waitFor();
    assert.ok(!existsSync(join(workspace, "chosen.db")), "the store was made where the workspace said");
  });

  it("chooses neither the platform's address nor the account", async () => {
    const { workbench } = session;
    const { accountId } = platform.access;
    await setInWorkspace({
      "integrationPacks.backend": "platform",
      "integrationPacks.platform.baseUrl": platform.baseUrl,
      "integrationPacks.platform.accountId": accountId,
      "integrationPacks.platform.overrideAccount": accountId,
    });
    await workbench.packs.row("You are not signed in to Boomi").waitFor();
    await workbench.runCommand("Sign In to Boomi…");
    // Three steps: the account of the workspace is not taken, so that it is asked for.
    await workbench.quickInput.waitForTitle("Sign In to Boomi (1/3)");
    assert.equal(await workbench.quickInput.input.inputValue(), "");
    await workbench.page.keyboard.press("Escape");
    assert.deepEqual(platform.log, []);
  });
});
