import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { assertAccessible } from "./support/assertAccessible.ts";
import { branchedStore } from "../support/fixtures/branchedStore.ts";
import { DetailsWebview } from "./support/detailsWebview.ts";
import { useSession } from "./support/session.ts";
import { WizardWebview } from "./support/wizardWebview.ts";
import { fillStore, storeInWorkspace } from "./support/workspaceStore.ts";

describe("versions of other branches (rule 5)", () => {
  const session = useSession({ settings: storeInWorkspace });
  const wizard = () => new WizardWebview(session.workbench);

  /** Names the branch that releases come from in the settings of the workspace. */
  async function releaseFrom(branch: string): Promise<void> {
    const folder = join(session.workspace, ".vscode");
    await mkdir(folder, { recursive: true });
    await writeFile(
      join(folder, "settings.json"),
      JSON.stringify({ "integrationPacks.release.branch": branch }),
    );
  }

  before("fill the store", async () => {
    await fillStore(session.workspace, branchedStore());
    await session.workbench.openPacks();
  });

  it("are not preselected while the branch has a newer one, and are marked in the wizard's table", async () => {
    await wizard().open("Branched");
    assert.deepEqual(await wizard().cells(), [
      ["Cancel Order", "Process", "1.0", "1.1 Upgrade", "1.1"],
      ["Create Order", "Process", "1.0", "1.1 Upgrade", "hotfix-7 Other branch"],
      ["Send Invoice", "Process", "1.0", "2.0 Upgrade Other branch", "2.0 Other branch"],
    ]);
    assert.deepEqual(await wizard().origins("Create Order"), [
      "main · 1.0@example.com",
      "Main · 1.1@example.com",
      "hotfix · hotfix-7@example.com",
    ]);
    assert.deepEqual(await wizard().origins("Cancel Order"), [
      "1.0@example.com",
      "1.1@example.com",
      "1.1@example.com",
    ]);
    await assertAccessible(session.workbench.page);
  });

  it("are marked in the dialog Select Version", async () => {
    await wizard()
      .row("Create Order")
      .getByRole("link", { name: /^Select another version/ })
      .click();
    await wizard().dialog.getByRole("radio").first().waitFor();
    const lines = await wizard().dialog.locator(".version").allInnerTexts();
    assert.deepEqual(
      lines.map((line) => line.replaceAll(/\s+/g, " ")),
      [
        "hotfix-7 Latest Other branch Jan 12, 2026 · hotfix · hotfix-7@example.com",
        "1.1 Jan 11, 2026 · Main · 1.1@example.com",
        "1.0 Current Jan 10, 2026 · main · 1.0@example.com",
      ],
    );
    await wizard().dialog.getByRole("button", { name: "Cancel" }).click();
    await wizard().dialog.waitFor({ state: "detached" });
  });

  it("are marked in the details of a version", async () => {
    await wizard()
      .row("Send Invoice")
      .getByRole("link", { name: /^View Details/ })
      .click();
    const details = new DetailsWebview(session.workbench);
    await details.waitUntilLoaded();
    assert.equal((await details.facts()).get("Branch"), "feature/billing Other branch");
    await wizard().frame.getByRole("link", { name: "Back to Versions" }).click();
    await wizard().waitForPage("versions");
  });

  it("are named in the summary before the button, with those that the user picked", async () => {
    await wizard().next();
    const notice = wizard().frame.locator(".notice.warning");
    assert.match(
      await notice.innerText(),
      /^1 version is not from the branch main:\s+Send Invoice 2\.0: branch feature\/billing$/,
    );
    await wizard().button("Back").click();
    await wizard().selectVersion("Create Order", "hotfix-7");
    await wizard().next();
    assert.match(await notice.innerText(), /^2 versions are not from the branch main:/);
    assert.deepEqual(await notice.getByRole("listitem").allInnerTexts(), [
      "Create Order hotfix-7: branch hotfix",
      "Send Invoice 2.0: branch feature/billing",
    ]);
    assert.deepEqual(
      (await wizard().cells()).map(([name, , , to]) => [name, to]),
      [
        ["Cancel Order", "1.1"],
        ["Create Order", "hotfix-7 Other branch"],
        ["Send Invoice", "2.0 Other branch"],
      ],
    );
    const isBefore = await wizard()
      .button("Release Integration Pack")
      .evaluate((button) => {
        const named = document.querySelector(".notice.warning");
        return (
          named !== null && (named.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING) > 0
        );
      });
    assert.equal(isBefore, true);
    await assertAccessible(session.workbench.page);
  });

  it("follow the setting, also in a wizard that is open", async () => {
    await releaseFrom("hotfix");
    const notice = wizard().frame.locator(".notice.warning");
    await notice.getByText("1 version is not from the branch hotfix:").waitFor();
    assert.deepEqual(await notice.getByRole("listitem").allInnerTexts(), [
      "Send Invoice 2.0: branch feature/billing",
    ]);
    await releaseFrom("main");
    await notice.getByText("versions are not from the branch main:").waitFor();
    await wizard().button("Cancel").click();
  });

  it("are marked in the rows and hovers of the tree, and in pickers", async () => {
    const { packs, quickInput } = session.workbench;
    await packs.expand("Branched");
    await packs.expand("Create Order");
    await packs.row("other branch: hotfix").waitFor();
    const rows = (await packs.texts()).filter((text) => /^(hotfix-7|1\.\d)( \||$)/.test(text));
    assert.deepEqual(rows, ["hotfix-7 | latest · other branch: hotfix", "1.1", "1.0 | released"]);
    assert.match(
      await (await packs.hover("other branch: hotfix", "State:")).innerText(),
      /latest,\sother\sbranch:\shotfix/,
    );
    const component = await packs.hover("Create Order", "Latest Version:");
    assert.match(await component.innerText(), /Latest\sVersion:\shotfix-7,\sother\sbranch:\shotfix/);
    await session.workbench.runCommand("View Component Details");
    await quickInput.waitForTitle("View Component Details");
    await quickInput.pick("Branched");
    await quickInput.pick("Create Order");
    await quickInput.rows.filter({ hasText: "other branch: hotfix" }).waitFor();
    await session.workbench.page.keyboard.press("Escape");
  });
});
