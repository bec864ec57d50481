import assert from "node:assert/strict";
import { bigPack } from "../support/fixtures/bigPack.ts";
import { ids, store } from "../support/fixtures/store.ts";
import { assertAccessible } from "./support/assertAccessible.ts";
import { Keyboard } from "./support/keyboard.ts";
import { useSession } from "./support/session.ts";
import { fillStore, storeInWorkspace, withStore } from "./support/workspaceStore.ts";
import { WizardWebview } from "./support/wizardWebview.ts";

describe("the table of the release wizard", () => {
  const session = useSession({ settings: storeInWorkspace });
  const wizard = () => new WizardWebview(session.workbench);
  const keyboard = new Keyboard(() => session.workbench.page);
  const rows = () => wizard().frame.locator("tbody tr");
  const link = (name: string) => wizard().frame.getByRole("link", { name, exact: true });
  const waitForRows = (count: number) =>
    wizard()
      .frame.locator(`table:has(tbody tr)`)
      .and(wizard().frame.locator(`[aria-rowcount="${count + 1}"]`))
      .waitFor();

  afterEach("close the wizard", () => session.workbench.closeTab(/^Release /));

  it("finds, sorts and chooses among a hundred components by keyboard alone", async () => {
    await fillStore(session.workspace, bigPack());
    await wizard().open("Big");
    await waitForRows(100);
    await wizard().frame.getByText("20 of 100 change").waitFor();

    await keyboard.tabToElement(wizard().frame.getByRole("searchbox", { name: "Search components" }));
    await session.workbench.page.keyboard.type("process 1");
    await waitForRows(19);
    await keyboard.press("Tab", "Space");
    await waitForRows(11);
    await keyboard.press("Shift+Tab", "ControlOrMeta+a", "Delete");
    await waitForRows(20);

    await keyboard.tabToElement(link("All to current"));
    await keyboard.press("Enter");
    await wizard().frame.getByText("0 of 100 change").waitFor();
    await wizard().frame.getByText("No component matches.").waitFor();
    await keyboard.tabToElement(link("Reset all"));
    await keyboard.press("Enter");
    await wizard().frame.getByText("20 of 100 change").waitFor();
    await waitForRows(20);

    await keyboard.tabToElement(wizard().frame.getByRole("button", { name: "Component Name" }));
    await keyboard.press("Enter", "Enter");
    await wizard().frame.locator('th[aria-sort="descending"]', { hasText: "Component Name" }).waitFor();
    assert.deepEqual((await wizard().cells())[0], ["Process 19", "Process", "1", "2 Upgrade", "2"]);
  });

  it("stays as it was while the wizard is hidden", async () => {
    await fillStore(session.workspace, bigPack());
    await wizard().open("Big");
    await wizard().frame.getByRole("searchbox").fill("process 7");
    await waitForRows(19);
    await session.workbench.runCommand("Show Log");
    await session.workbench.tab(/^Release /).click();
    await waitForRows(19);
    assert.equal(await wizard().frame.getByRole("searchbox").inputValue(), "process 7");
  });

  it("resets a version, and returns the focus to the row after a version was selected", async () => {
    await fillStore(session.workspace, store());
    await wizard().open("Order to Cash");
    const row = wizard().row("Create Order");
    await wizard().selectVersion("Create Order", "1.0");
    await row.getByText("Roll-back").waitFor();
    await row
      .getByRole("link", { name: "Select another version: Create Order" })
      .and(wizard().frame.locator(":focus"))
      .waitFor();
    await row.getByRole("link", { name: "Reset: Create Order" }).click();
    await row.getByText("Upgrade").waitFor();
    assert.equal(await row.getByRole("link", { name: /^Reset/ }).count(), 0);
  });

  it("undeletes a component in its row (rule 3), without a question about what changed", async () => {
    await fillStore(session.workspace, store());
    await wizard().open("Order to Cash");
    await wizard().row("Cancel Order").getByRole("link", { name: "Undelete: Cancel Order" }).click();
    await wizard().row("Cancel Order").getByText("Unchanged").waitFor();
    await wizard().row("Cancel Order").getByText("Up to date").waitFor();
    assert.equal(await wizard().frame.locator(".notice").count(), 0);
    assert.equal(await rows().count(), 3);
    const pack = await withStore(session.workspace, (backend) => backend.getPack(ids.orderToCash));
    assert.ok(pack.components.every(({ deleted }) => !deleted));
    await assertAccessible(session.workbench.page);
  });

  it("goes from the dialog to the details and back, stays open while hidden, and selects with Enter", async () => {
    await fillStore(session.workspace, store());
    await wizard().open("Order to Cash");
    const select = wizard()
      .row("Create Order")
      .getByRole("link", { name: /^Select another version/ });
    await select.click();
    await wizard()
      .dialog.getByRole("radio", { name: /^1\.0\b/ })
      .click();
    await wizard().dialog.getByRole("button", { name: "View Details" }).click();
    await wizard().heading("Create Order 1.0").waitFor();
    await keyboard.press("Escape");
    await wizard()
      .dialog.getByRole("radio", { name: /^1\.0\b/, checked: true })
      .waitFor();

    await wizard().dialog.getByRole("button", { name: "Compare" }).click();
    await session.workbench.tab(/Create Order/).waitFor();
    await session.workbench.closeTab(/Create Order/);
    await wizard()
      .dialog.getByRole("radio", { name: /^1\.0\b/, checked: true })
      .waitFor();

    await keyboard.tabToElement(wizard().dialog.getByRole("radio", { name: /^1\.0\b/ }));
    await keyboard.press("Enter");
    await wizard().dialog.waitFor({ state: "detached" });
    await wizard().row("Create Order").getByText("Roll-back").waitFor();
  });

  it("returns the focus to the row after the details", async () => {
    await fillStore(session.workspace, store());
    await wizard().open("Order to Cash");
    const details = wizard().row("Create Order").getByRole("link", { name: "View Details: Create Order" });
    await details.click();
    await wizard().heading("Create Order hotfix-7").waitFor();
    await keyboard.press("Escape");
    await details.and(wizard().frame.locator(":focus")).waitFor();
  });
});
