import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { ids, store } from "../support/fixtures/store.ts";
import { on } from "../support/platform/standIn/faults.ts";
import { PlatformStandIn, testAccess } from "../support/platform/standIn/platformStandIn.ts";
import { filesWith, formsOf } from "../support/secrets.ts";
import { OverviewWebview } from "./support/overviewWebview.ts";
import { usePlatform } from "./support/usePlatform.ts";
import { WizardWebview } from "./support/wizardWebview.ts";

describe("signing in where no address is set", () => {
  const session = usePlatform(store(), { settings: () => ({}) });

  it("asks for the region first, and says what may be wrong", async () => {
    const { workbench } = session;
    const { quickInput } = workbench;
    const enter = async (title: string, text: string) => {
      await quickInput.waitForTitle(title);
      await quickInput.fill(text);
      await quickInput.accept();
    };
    await workbench.openPacks();
    await workbench.runCommand("Sign In to Boomi…");
    await quickInput.waitForTitle("Sign In to Boomi (1/4)");
    await quickInput.box.getByPlaceholder("Select the region of your Boomi account").waitFor();
    await quickInput.rows.filter({ hasText: "https://api.platform.gb.boomi.com" }).waitFor();
    await quickInput.pick("Another Address…");
    await enter("(2/5)", "http://api.example.com");
    await quickInput.box.getByText(/Use an https: address/).waitFor();
    await enter("(2/5)", session.platform.baseUrl);
    await enter("(3/5)", "other-account");
    await enter("(4/5)", testAccess.email);
    await enter("(5/5)", testAccess.token);
    await quickInput.box
      .getByText(/but not for the account other-account\. Check the account ID\./)
      .waitFor();
    await quickInput.back();
    await quickInput.waitForTitle("(4/5)");
    await quickInput.back();
    await enter("(3/5)", testAccess.accountId);
    await enter("(4/5)", testAccess.email);
    await enter("(5/5)", testAccess.token);
    await workbench.packs.row("Order to Cash").waitFor();
    const settings = readFileSync(join(session.workspace, ".vscode/settings.json"), "utf8");
    assert.deepEqual(JSON.parse(settings), {
      "integrationPacks.backend": "platform",
      "integrationPacks.platform.accountId": testAccess.accountId,
      "integrationPacks.platform.baseUrl": session.platform.baseUrl,
    });
  });
});

describe("a Boomi account", () => {
  const session = usePlatform(store(), {
    settings: ({ baseUrl }) => ({ "integrationPacks.platform.baseUrl": baseUrl }),
  });
  const wizard = () => new WizardWebview(session.workbench);

  /** Answers the question of a step, such as `1/3`. */
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

  /** Adds settings to those that signing in has made. */
  function changeWorkspaceSettings(settings: Readonly<Record<string, string>>): Promise<void> {
    const signedIn = {
      "integrationPacks.backend": "platform",
      "integrationPacks.platform.accountId": testAccess.accountId,
    };
    const file = join(session.workspace, ".vscode/settings.json");
    return writeFile(file, JSON.stringify({ ...signedIn, ...settings }));
  }

  /** Answers every request with 401, as for a revoked token. */
  function revokeToken(): void {
    session.platform.faults.plan(() => true, { kind: "answer", status: 401 }, Infinity);
  }

  it("asks for account, user and token, and signs in once Boomi accepts them", async () => {
    const { workbench } = session;
    await workbench.openPacks();
    await workbench.runCommand("Sign In to Boomi…");
    await answer("1/3", testAccess.accountId);
    await answer("2/3", testAccess.email);
    await workbench.quickInput.waitForTitle("(3/3)");
    assert.equal(await workbench.quickInput.input.getAttribute("type"), "password");
    await answer("3/3", "wrong");
    await workbench.quickInput.box.getByText(/^Sign-in failed\. Check the token/).waitFor();
    await answer("3/3", testAccess.token);
    await workbench.packs.row("Order to Cash").waitFor();
    await workbench.message(`Account: ${testAccess.accountId}`).waitFor();
  });

  it("shows packs, components and versions", async () => {
    const { packs } = session.workbench;
    await packs.expand("Order to Cash");
    await packs.expand("Create Order");
    await packs.row("hotfix-7").waitFor();
    await packs.collapse("Order to Cash");
  });

  it("releases the versions chosen in the wizard, even after the token was rejected", async () => {
    await wizard().open("Order to Cash");
    await wizard().selectVersion("Create Order", "1.0");
    await wizard().next();
    revokeToken();
    await wizard().button("Release Integration Pack").click();
    await wizard().heading("The Pack Was Not Released").waitFor();
    session.platform.faults.clear();
    await wizard().button("Sign In to Boomi").click();
    await signInAgain();
    await wizard().button("Try Again").click();
    await wizard().waitForPage("schedule");
    await wizard().release();
    const released = session.platform.state.packs.get(ids.orderToCash)?.components;
    assert.deepEqual(
      released?.map(({ componentId, currentVersion }) => [componentId, currentVersion]),
      [
        [ids.createOrder, "1.0"],
        [ids.orderApi, "9"],
      ],
    );
    const sent = session.platform.log.filter(on("ReleaseIntegrationPack", "create"));
    assert.equal(sent.filter(({ status }) => status === 200).length, 1);
    await wizard().button("Finish").click();
  });

  it("shows a scheduled release above the components (rule 8)", async () => {
    const { packs } = session.workbench;
    await wizard().open("Order to Cash");
    await wizard().next();
    await wizard().chooseNextMonth(15);
    await wizard().button("Schedule Integration Pack Release").click();
    await wizard().waitForPage("success");
    await wizard().button("Finish").click();
    const scheduled = [...session.platform.state.releaseRequests.values()].find(
      ({ status, packId }) => status === "SCHEDULED" && packId === ids.orderToCash,
    );
    assert.match(scheduled?.date ?? "", /-15$/);
    await packs.expand("Order to Cash");
    await packs.row("Scheduled for").waitFor();
  });

  it("reports the outcome of a scheduled release after its date", async () => {
    const { workbench } = session;
    const realNow = session.platform.conditions.now;
    // Two months ahead, day 15 of the next month has passed.
    session.platform.conditions.now = () => new Date(Date.now() + 62 * 24 * 3_600_000);
    await workbench.runCommand("Refresh");
    await workbench.notifications.press('"Order to Cash" was released as scheduled.', "Show Pack");
    session.platform.conditions.now = realNow;
    const overview = new OverviewWebview(workbench);
    await overview.waitForPack("Order to Cash");
    await overview.frame.getByText("Which accounts have this pack was not read yet.").waitFor();
    await overview.frame
      .getByText("The Boomi Platform does not list earlier releases.", { exact: false })
      .waitFor();
    await workbench.packs.row("Scheduled for").waitFor({ state: "detached" });
  });

  it("stores the token in no file of the editor or the workspace", () => {
    const forms = formsOf(testAccess.email, testAccess.token);
    assert.deepEqual(filesWith(session.editor.dataFolder, forms), []);
    assert.deepEqual(filesWith(session.workspace, forms), []);
    // The search itself works, and the log of the requests is among the files.
    assert.notDeepEqual(filesWith(session.workspace, [testAccess.accountId]), []);
    const logs = filesWith(session.editor.dataFolder, [": 200 in "]).map((file) => basename(file));
    assert.deepEqual(logs, ["Integration Packs.log"]);
  });

  it("offers to sign in again once, in place of the rows, when the token is rejected", async () => {
    const { workbench } = session;
    revokeToken();
    await workbench.runCommand("Refresh");
    await workbench.welcome("Integration Packs").getByText("Sign-in failed.").waitFor();
    assert.deepEqual(await workbench.views(), ["Integration Packs"]);
    session.platform.faults.clear();
    await workbench.button("Sign In to Boomi…").click();
    await signInAgain();
    await workbench.packs.row("Order to Cash").waitFor();
  });

  it("sends the token to no other address", async () => {
    const { packs } = session.workbench;
    const other = await PlatformStandIn.start(store());
    try {
      await changeWorkspaceSettings({ "integrationPacks.platform.baseUrl": other.baseUrl });
      await session.workbench.welcome("Integration Packs").getByText("You are signed out").waitFor();
      assert.equal(await packs.rows.count(), 0);
      assert.deepEqual(other.log, []);
    } finally {
      await other.stop();
    }
    await changeWorkspaceSettings({});
    await packs.row("Order to Cash").waitFor();
  });

  it("says what to do in the view after signing out", async () => {
    const { workbench } = session;
    await workbench.runCommand("Sign Out");
    await workbench.welcome("Integration Packs").getByText("You are signed out of Boomi.").waitFor();
    assert.deepEqual(await workbench.views(), ["Integration Packs"]);
  });
});
