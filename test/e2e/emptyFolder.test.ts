import assert from "node:assert/strict";
import { Keyboard } from "./support/keyboard.ts";
import { useSession } from "./support/session.ts";

const group = "Partners";
const packName = "Order to Cash";

describe("starting in an empty folder, by keyboard alone", () => {
  const session = useSession();
  const keyboard = new Keyboard(() => session.workbench.page);

  async function packageVersion(version: string, component: string, folder?: string): Promise<void> {
    await keyboard.command("Integration Packs: Create Packaged Version…");
    if (folder === undefined) {
      await keyboard.choose("Select a component", component);
    } else {
      await keyboard.choose("Select a component", "New Component…");
      await keyboard.enter("Name of the component", component);
      await keyboard.choose("Select the type of the component", "Process");
      await keyboard.enter("Folder", folder);
    }
    await keyboard.enter("Version", version);
    await keyboard.enter("Notes", "");
    await keyboard.choose("Select whether packs can carry the version", "Integration packs can carry");
    await keyboard.choose("Select the XML of the component", "No XML");
    await keyboard.waitForEnd();
  }

  async function openWizard(command: string): Promise<void> {
    await keyboard.command(`Integration Packs: ${command}…`);
    await keyboard.chooseIn(command, packName);
    const { webview } = session.workbench;
    await keyboard.waitForHeading(webview, "Release Integration Pack: Select Versions");
    await keyboard.tabTo(webview, "Next");
    await keyboard.press("Enter");
    await keyboard.waitForHeading(webview, "Release Integration Pack: Select Release Schedule");
  }

  async function finish(): Promise<void> {
    const { webview } = session.workbench;
    await keyboard.tabTo(webview, "Finish");
    await keyboard.press("Enter");
    await session.workbench.tab(packName).waitFor({ state: "detached" });
  }

  async function install(account: string): Promise<void> {
    await keyboard.command("Integration Packs: Install Integration Pack…");
    await keyboard.chooseIn("Install Integration Pack", account);
    await keyboard.chooseIn("Install Integration Pack", packName);
  }

  it("creates components, versions and a pack, releases and shares it, and tracks an update in each account", async function () {
    // Many steps: the wizard twice, and a dozen questions.
    this.timeout(900_000);
    const { workbench } = session;
    const { webview } = workbench;
    await keyboard.command("Integration Packs: Focus on Integration Packs View");

    await packageVersion("1.0", "Create Order", "Orders");
    await packageVersion("1.0", "Send Invoice", "Billing");

    await keyboard.command("Integration Packs: Create Integration Pack…");
    await keyboard.choose("Select the type", "Single Attachment");
    await keyboard.choose("Select what the pack carries", "Packaged components");
    await keyboard.enter("Pack name (must be unique)", packName);
    await keyboard.enter("Description", "From order to invoice");
    await keyboard.waitForRow(packName);

    await keyboard.command("Integration Packs: Add Packaged Components…");
    await keyboard.chooseIn("Add Packaged Components", packName);
    await keyboard.check("Add Packaged Components – 0 of 100", "Create Order", "Send Invoice");
    await workbench.packs.row("Send Invoice").waitFor();
    await keyboard.waitForRow(packName);

    await openWizard("Release Integration Pack");
    await keyboard.tabTo(webview, "Release Integration Pack");
    await keyboard.press("Enter");
    await keyboard.waitForHeading(webview, "Success");
    await keyboard.tabTo(webview, "Add to Account Group…");
    await keyboard.press("Enter");
    await keyboard.chooseIn("Add to Account Group", "New Account Group…");
    await keyboard.enter("Name of the account group", group);
    await webview.getByText("Not shared yet.").waitFor({ state: "detached" });
    await finish();

    const accountGroups = workbench.accountGroups;
    for (const [index, account] of ["Acme", "Bolt"].entries()) {
      await keyboard.command("Integration Packs: Create Account…");
      await keyboard.chooseIn("Create Account", group);
      await keyboard.enter("Name of the account", account);
      await keyboard.waitForRow(index === 0 ? "1 account" : "2 accounts");
      await install(account);
    }

    await packageVersion("1.1", "Create Order");
    await openWizard("Schedule Integration Pack Release");
    await keyboard.tabTo(webview, "Release on date");
    await workbench.page.keyboard.type("2099-01-02");
    await keyboard.tabTo(webview, "Schedule Integration Pack Release");
    await keyboard.press("Enter");
    await keyboard.waitForHeading(webview, "Success");
    await finish();

    await keyboard.command("Integration Packs: Apply Pending Update");
    await keyboard.chooseIn("Apply Pending Update", packName);
    await keyboard.chooseIn("Apply Pending Update", "Acme");
    await keyboard.agree('Apply the pending update of "Order to Cash" to "Acme"?', "Apply");

    await keyboard.command("Integration Packs: Focus on Account Groups View");
    await accountGroups.row(group).waitFor();
    // The tree has been read again once the update of Acme is applied.
    await accountGroups.row("Acme").filter({ hasNotText: "pending" }).waitFor();
    await keyboard.press("Home", "ArrowRight");
    await accountGroups.row("Bolt").waitFor();
    await keyboard.press("End", "ArrowRight");
    await accountGroups.row("update pending").waitFor();
    await keyboard.press("ArrowUp", "ArrowRight");
    await accountGroups.row("applied before its date").waitFor();
    const rows = await accountGroups.texts();
    const latest = /^Order to Cash \| update pending · latest release, /;
    assert.match(rows.at(-1) ?? "", latest);
    assert.deepEqual(rows.slice(0, -1), [
      "Partners | 1 pack, 2 accounts",
      "Order to Cash | shared with the group",
      "Acme | 1 pack installed",
      "Order to Cash | scheduled release, applied before its date",
      "Bolt | 1 update pending · 1 pack installed",
    ]);
  });
});
