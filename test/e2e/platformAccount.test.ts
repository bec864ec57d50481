import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ids, store } from "../support/fixtures/store.ts";
import { on } from "../support/platform/faults.ts";
import { PlatformStandIn, testAccess } from "../support/platform/platformStandIn.ts";
import { filesWith, formsOf } from "../support/secrets.ts";
import { useSession } from "./support/session.ts";
import { WizardWebview } from "./support/wizardWebview.ts";

describe("a Boomi account", () => {
  let platform: PlatformStandIn;
  before("start the stand-in of the platform", async () => {
    platform = await PlatformStandIn.start(store());
  });
  after("stop it", () => platform.stop());
  const session = useSession({
    alone: true,
    // Read when the editor starts, after the stand-in has got its port.
    get settings() {
      return { "integrationPacks.platform.baseUrl": platform.baseUrl };
    },
  });
  const wizard = () => new WizardWebview(session.workbench);

  /** Answers the question that is shown, as step so many. */
  async function answer(step: string, text: string): Promise<void> {
    const { quickInput } = session.workbench;
    await quickInput.waitForTitle(`Sign In to Boomi (${step})`);
    await quickInput.fill(text);
    await quickInput.accept();
  }

  async function signInAgain(): Promise<void> {
    await answer("1/2", testAccess.email);
    await answer("2/2", testAccess.token);
    await session.workbench.quickInput.box.waitFor({ state: "hidden" });
  }

  /** Sets these besides what signing in has set. */
  function changeWorkspaceSettings(settings: Readonly<Record<string, string>>): Promise<void> {
    const signedIn = {
      "integrationPacks.backend": "platform",
      "integrationPacks.platform.accountId": testAccess.accountId,
    };
    const file = join(session.workspace, ".vscode/settings.json");
    return writeFile(file, JSON.stringify({ ...signedIn, ...settings }));
  }

  /** Every request meets 401, as with a token that was revoked. */
  function revokeToken(): void {
    platform.faults.plan(() => true, { kind: "answer", status: 401 }, Infinity);
  }

  it("is signed in to with account, user and token, which Boomi has to accept first", async () => {
    const { workbench } = session;
    await workbench.openPacks();
    await workbench.runCommand("Sign In to Boomi…");
    await answer("1/3", testAccess.accountId);
    await answer("2/3", testAccess.email);
    await workbench.quickInput.waitForTitle("(3/3)");
    assert.equal(await workbench.quickInput.input.getAttribute("type"), "password");
    await answer("3/3", "wrong");
    await workbench.quickInput.box.getByText(/does not accept/).waitFor();
    await answer("3/3", testAccess.token);
    await workbench.packs.row("Order to Cash").waitFor();
    await workbench.page
      .locator(".pane-header .description", { hasText: testAccess.accountId })
      .first()
      .waitFor();
  });

  it("shows its packs down to their versions", async () => {
    const { packs } = session.workbench;
    await packs.expand("Order to Cash");
    await packs.expand("Create Order");
    await packs.row("hotfix-7").waitFor();
    await packs.collapse("Order to Cash");
  });

  it("releases what was chosen in the wizard, also when the token is rejected on the way", async () => {
    await wizard().open("Order to Cash");
    await wizard().selectVersion("Create Order", "1.0");
    await wizard().next();
    revokeToken();
    await wizard().button("Release Integration Pack").click();
    await wizard().heading("The Pack Was Not Released").waitFor();
    platform.faults.clear();
    await wizard().button("Sign In to Boomi").click();
    await signInAgain();
    await wizard().button("Try Again").click();
    await wizard().waitForPage("schedule");
    await wizard().release();
    const released = platform.state.packs.get(ids.orderToCash)?.components;
    assert.deepEqual(
      released?.map(({ componentId, currentVersion }) => [componentId, currentVersion]),
      [
        [ids.createOrder, "1.0"],
        [ids.orderApi, "9"],
      ],
    );
    const sent = platform.log.filter(on("ReleaseIntegrationPack", "create"));
    assert.equal(sent.filter(({ status }) => status === 200).length, 1);
    await wizard().button("Finish").click();
  });

  it("schedules a release, which then stands above the components (rule 8)", async () => {
    const { packs } = session.workbench;
    await wizard().open("Order to Cash");
    await wizard().next();
    await wizard().chooseNextMonth(15);
    await wizard().button("Schedule Integration Pack Release").click();
    await wizard().waitForPage("success");
    await wizard().button("Finish").click();
    const scheduled = [...platform.state.releaseRequests.values()].find(
      ({ status, packId }) => status === "SCHEDULED" && packId === ids.orderToCash,
    );
    assert.match(scheduled?.date ?? "", /-15$/);
    await packs.expand("Order to Cash");
    await packs.row("Scheduled for").waitFor();
  });

  it("tells what the platform made of a scheduled release, once its date has come", async () => {
    const { workbench } = session;
    const realNow = platform.conditions.now;
    // Two months from now every day 15 of the next month is over.
    platform.conditions.now = () => new Date(Date.now() + 62 * 24 * 3_600_000);
    await workbench.runCommand("Refresh");
    await workbench.notifications.press('"Order to Cash" was released as scheduled.', "Show Pack");
    platform.conditions.now = realNow;
    await workbench.packs.row("Scheduled for").waitFor({ state: "detached" });
  });

  it("leaves its token in no file of the editor or of the workspace", () => {
    const forms = formsOf(testAccess.email, testAccess.token);
    assert.deepEqual(filesWith(session.editor.dataFolder, forms), []);
    assert.deepEqual(filesWith(session.workspace, forms), []);
    // The search finds what is there.
    assert.notDeepEqual(filesWith(session.workspace, [testAccess.accountId]), []);
  });

  it("leads from a rejected token back to signing in, in the tree too", async () => {
    const { workbench } = session;
    revokeToken();
    await workbench.runCommand("Refresh");
    await workbench.packs.row(/Sign in again/).waitFor();
    platform.faults.clear();
    await workbench.packs.inlineAction(/Sign in again/, "Sign In to Boomi…");
    await signInAgain();
    await workbench.packs.row("Order to Cash").waitFor();
  });

  it("gives its token to no other address", async () => {
    const { packs } = session.workbench;
    const other = await PlatformStandIn.start(store());
    try {
      await changeWorkspaceSettings({ "integrationPacks.platform.baseUrl": other.baseUrl });
      await packs.row("You are not signed in to Boomi").waitFor();
      assert.deepEqual(other.log, []);
    } finally {
      await other.stop();
    }
    await changeWorkspaceSettings({});
    await packs.row("Order to Cash").waitFor();
  });

  it("is signed out of: the view says what to do", async () => {
    const { workbench } = session;
    await workbench.runCommand("Sign Out");
    await workbench.packs.row("You are not signed in to Boomi").waitFor();
  });
});
