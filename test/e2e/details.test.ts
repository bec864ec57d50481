import assert from "node:assert/strict";
import { rename } from "node:fs/promises";
import { join } from "node:path";
import { themes, type Theme } from "../../scripts/editor/themes.ts";
import { assertAccessible } from "./support/assertAccessible.ts";
import { DetailsWebview, detailsHeadings } from "./support/detailsWebview.ts";
import { useSession } from "./support/session.ts";
import { storeInWorkspace } from "./support/workspaceStore.ts";

/** The class that VS Code gives the body of a webview in a theme. */
const webviewClasses: Readonly<Record<Theme, string>> = {
  dark: "vscode-dark",
  light: "vscode-light",
  "hc-black": "vscode-high-contrast",
  "hc-light": "vscode-high-contrast-light",
};

describe("component details", () => {
  const session = useSession({ settings: storeInWorkspace });
  const details = () => new DetailsWebview(session.workbench);

  before("load the samples", async () => {
    const { workbench } = session;
    await workbench.openPacks();
    await workbench.runCommand("Load Sample Packs");
    await workbench.packs.expand("Order to Cash");
    await details().open("Create Sales Order");
  });

  it("show the facts of the version under the names of the contract", async () => {
    const facts = await details().facts();
    assert.equal(facts.get("Component Name"), "Create Sales Order");
    assert.equal(facts.get("Version"), "2.0");
    assert.equal(facts.get("Folder"), "Order to Cash/Orders");
    assert.equal(facts.get("Branch"), "main");
    assert.equal(facts.get("Sharing"), "Allowed");
    assert.equal(facts.get("Status"), "Active");
    assert.match(facts.get("Packaged Component ID") ?? "", /^[0-9a-f-]{36}$/);
    assert.match(
      await details().section("Integration Packs").innerText(),
      /No integration pack carries this/,
    );
  });

  it("list the packaged component first, and sort by a column with the keyboard", async () => {
    const names = await details().includedNames();
    assert.equal(names[0], "Create Sales Order");
    const column = details().column("Name");
    assert.equal(await column.getAttribute("aria-sort"), "none");
    await column.getByRole("button").press("Enter");
    await details().frame.locator('th[aria-sort="ascending"]', { hasText: "Name" }).waitFor();
    const sorted = [...names].sort(new Intl.Collator("en", { numeric: true }).compare);
    assert.deepEqual(await details().includedNames(), sorted);
    await column.getByRole("button").press("Space");
    await details().frame.locator('th[aria-sort="descending"]', { hasText: "Name" }).waitFor();
    assert.deepEqual(await details().includedNames(), sorted.reverse());
    await column.getByRole("button").press("Enter");
    await details().frame.locator('th[aria-sort="none"]', { hasText: "Name" }).waitFor();
    assert.deepEqual(await details().includedNames(), names);
  });

  it("copy an id, and confirm it", async () => {
    const copy = details().section("Details").getByRole("button", { name: "Copy ID of the component" });
    await copy.click();
    await details().section("Details").getByRole("button", { name: "Copied: ID of the component" }).waitFor();
  });

  for (const theme of themes) {
    it(`have no accessibility violation: ${theme}`, async () => {
      await session.workbench.changeTheme(theme);
      await details().frame.locator(`body.${webviewClasses[theme]}`).waitFor();
      await details().waitUntilLoaded();
      await assertAccessible(session.workbench.page);
    });
  }

  it("show a failure in each section, retry a section, and recover with the store", async () => {
    const file = join(session.workspace, "store.db");
    await rename(file, `${file}.away`);
    await session.workbench.runCommand("Refresh");
    for (const heading of detailsHeadings) {
      await details().section(heading).getByRole("alert").waitFor();
    }
    await details().retry("Deployments");
    await details().section("Deployments").getByRole("alert").waitFor();
    await rename(`${file}.away`, file);
    for (const heading of detailsHeadings) {
      await details().section(heading).getByRole("alert").waitFor({ state: "detached" });
    }
  });
});
