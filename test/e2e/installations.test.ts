import assert from "node:assert/strict";
import { on } from "../support/platform/standIn/faults.ts";
import { manyAccounts } from "../support/platform/manyAccounts.ts";
import { PlatformStandIn, testAccess } from "../support/platform/standIn/platformStandIn.ts";
import { Gate } from "../support/time/gate.ts";
import { store } from "../support/fixtures/store.ts";
import { useSession } from "./support/session.ts";
import { platformSettings, signIn } from "./support/signIn.ts";
import { WizardWebview } from "./support/wizardWebview.ts";
import { fillStore, storeInWorkspace } from "./support/workspaceStore.ts";

describe("who has a pack, in the packs view", () => {
  const session = useSession({ settings: storeInWorkspace });

  before("fill the store", async () => {
    const { workbench } = session;
    await workbench.openPacks();
    await fillStore(session.workspace, store());
    await workbench.packs.row("Order to Cash").waitFor();
  });

  it("is shown by a command, with the release of each account", async () => {
    const { workbench } = session;
    const { packs, quickInput } = workbench;
    await workbench.runCommand("Show Installations");
    await quickInput.waitForTitle("Show Installations");
    await quickInput.pick("Order to Cash");
    await packs.row(/^Acmebehind by 1 release/).waitFor();
    const texts = await packs.texts();
    assert.ok(texts.includes("Installed in 2 accounts | 1 current, 1 behind"), texts.join("\n"));
    assert.ok(texts.includes("Bolt | current · release of Mar 1, 2026"), texts.join("\n"));
    assert.deepEqual(await packs.inlineActions(/^Installed in 2 accounts/), ["Export Installations…"]);
  });

  it("is compared with before on the wizard's last page", async () => {
    const wizard = new WizardWebview(session.workbench);
    await wizard.open("Order to Cash");
    await wizard.next();
    await wizard.release();
    await wizard.frame
      .getByText("Accounts with this pack: 2 current. Before: 1 current, 1 behind.")
      .waitFor();
  });
});

describe("who has a pack of a Boomi account, in the packs view", () => {
  let platform: PlatformStandIn;
  before("start the stand-in of the platform", async () => {
    platform = await PlatformStandIn.start(manyAccounts(12));
  });
  after("stop it", () => platform.stop());
  const session = useSession({
    alone: true,
    get settings() {
      return platformSettings(platform.baseUrl, testAccess);
    },
  });

  it("appears while the accounts are asked, and can be cancelled and read again", async () => {
    const { workbench } = session;
    const { packs } = workbench;
    await workbench.openPacks();
    await signIn(workbench, testAccess);
    await packs.expand("Pack 1");
    const gate = new Gate();
    let count = 0;
    platform.faults.plan(
      (request) => on("IntegrationPackInstance")(request) && ++count > 2,
      { kind: "held", gate },
      Infinity,
    );
    await packs.expand(/^Installations/);
    await packs.row(/^Asking the accounts: \d of 12/).waitFor();
    await packs.row(/^Account 001installed/).waitFor();
    await gate.reached;
    await workbench.notifications.press(/Reading the installations/, "Cancel");
    await packs.row(/^Account 012could not be asked/).waitFor();
    gate.open();
    platform.faults.clear();
    await packs.inlineAction(/^Installed in 1 account/, "Read Installations Again");
    await packs.row(/^Installed in 6 accounts/).waitFor();
    await packs.row(/^Account 012not installed/).waitFor();
    await packs.expand(/^Account 001/);
    await packs.row(/^Account 001 Productionenvironment/).waitFor();
  });
});
