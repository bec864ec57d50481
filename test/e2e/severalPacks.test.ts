import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parsePlan } from "../../src/model/plan/file/parsePlan.ts";
import { ids, store } from "../support/fixtures/store.ts";
import { assertAccessible } from "./support/assertAccessible.ts";
import { Keyboard } from "./support/keyboard.ts";
import { useSession } from "./support/session.ts";
import { fillStore, storeInWorkspace, withStore } from "./support/workspaceStore.ts";
import { severalPages, WizardWebview } from "./support/wizardWebview.ts";

describe("the wizard for several packs", () => {
  const session = useSession({ settings: storeInWorkspace });
  const wizard = () => new WizardWebview(session.workbench);
  const link = (name: string) => wizard().frame.getByRole("link", { name, exact: true });

  beforeEach("fill the store", async () => {
    await session.workbench.openPacks();
    await fillStore(session.workspace, store());
    await session.workbench.packs.row("Never Released").waitFor();
  });
  afterEach("close the wizard", () => session.workbench.quickInput.runCommand("View: Close All Editors"));

  /** Selects rows of the packs view and opens the wizard from their menu. */
  async function openOnRows(first: string, ...others: readonly string[]): Promise<void> {
    const { packs } = session.workbench;
    await packs.row(first).click();
    for (const name of others) await packs.row(name).click({ modifiers: ["ControlOrMeta"] });
    await packs.contextMenu(others.at(-1) ?? first, "Release Integration Packs…");
    await wizard().heading(severalPages.versions).waitFor();
  }

  it("releases selected packs: one left out, one moved, one with another pack's version, the plan saved", async () => {
    const { workbench } = session;
    await openOnRows("Order to Cash", "Scheduled", "Up to Date", "Never Released");
    assert.deepEqual(await wizard().packNames(), [
      "Order to Cash",
      "Scheduled",
      "Up to Date",
      "Never Released",
    ]);
    await assertAccessible(workbench.page);

    await link("Leave Out: Scheduled").click();
    await link("Put Back: Scheduled").waitFor();
    await link("Move Up: Never Released").click();
    await link("Move Up: Never Released").and(wizard().frame.locator(":focus")).waitFor();
    await link("Move Up: Never Released").press("Enter");
    assert.deepEqual(await wizard().packNames(), ["Never Released", "Order to Cash", "Up to Date"]);

    await link("Take Versions From…: Never Released").click();
    await workbench.quickInput.waitForTitle("Take Versions for Never Released");
    await workbench.quickInput.pick("Scheduled");
    await wizard()
      .frame.getByText(
        "The versions are those that Scheduled has released. Not released there, so unchanged: Cancel Order",
      )
      .waitFor();
    // Created in 1.0 there, the pack that never had it.
    assert.deepEqual((await wizard().cells()).find(([name]) => name === "Create Order")?.[3], "1.0 New");

    await wizard().button("Next").click();
    await wizard().heading(severalPages.schedule).waitFor();
    await wizard().frame.getByText("3 packs, 5 components change, 2 accounts").waitFor();
    await wizard().frame.getByRole("textbox", { name: "Name of the release plan" }).fill("December release");
    await assertAccessible(workbench.page);

    await wizard().button("Save as Release Plan…").click();
    await workbench.quickInput.waitForTitle("Save as Release Plan");
    await workbench.quickInput.accept();
    await workbench.notifications.waitFor("Saved the release plan as december-release.release-plan.json.");
    const saved = parsePlan(
      await readFile(join(session.workspace, "december-release.release-plan.json"), "utf8"),
    );
    assert.deepEqual(
      saved.packs.map(({ name }) => name),
      ["Never Released", "Order to Cash", "Up to Date"],
    );

    await wizard().button("Release Integration Packs").click();
    await wizard().heading("Success").waitFor();
    await assertAccessible(workbench.page);
    assert.deepEqual(await wizard().outcomes(), [
      ["Never Released", "released"],
      ["Order to Cash", "released"],
      ["Up to Date", "already so"],
    ]);
    const [latest] = await withStore(session.workspace, (backend) => backend.history(ids.neverReleased));
    assert.equal(latest?.plan?.name, "December release");
    assert.equal(latest.versions[ids.createOrder], "1.0");
    await wizard().button("Finish").click();
  });

  it("opens from the palette with the packs that can be released, and works by keyboard alone", async () => {
    const { workbench } = session;
    const keyboard = new Keyboard(() => workbench.page);
    await keyboard.command("Release Integration Packs…");
    await workbench.quickInput.waitForTitle("Release Integration Packs: 4 chosen");
    await keyboard.press("Enter");
    await wizard().heading(severalPages.versions).waitFor();
    assert.deepEqual(await wizard().packNames(), [
      "Legacy Billing",
      "Never Released",
      "Order to Cash",
      "Scheduled",
    ]);

    await keyboard.tabToElement(link("Leave Out: Legacy Billing"));
    await keyboard.press("Enter");
    await keyboard.tabToElement(link("Leave Out: Scheduled"));
    await keyboard.press("Enter");
    await keyboard.tabToElement(link("Move Down: Never Released"));
    await keyboard.press("Enter");
    await link("Move Down: Never Released").and(wizard().frame.locator(":focus")).waitFor();
    await keyboard.tabToElement(wizard().button("Next"));
    await keyboard.press("Enter");
    await keyboard.waitForHeading(wizard().frame, severalPages.schedule);
    await keyboard.tabToElement(wizard().radio("Release immediately"));
    await keyboard.press("ArrowDown");
    await keyboard.tabToElement(wizard().frame.getByRole("textbox", { name: "Release on date" }));
    await workbench.page.keyboard.type("2096-03-01");
    await keyboard.tabToElement(wizard().button("Schedule Integration Pack Releases"));
    await keyboard.press("Enter");
    await keyboard.waitForHeading(wizard().frame, "Success");
    assert.deepEqual(await wizard().outcomes(), [
      ["Order to Cash", "scheduled"],
      ["Never Released", "scheduled"],
    ]);
    await keyboard.tabToElement(wizard().button("Finish"));
    await keyboard.press("Enter");
  });

  it("comes back after a reload of the window, and shows what changed in a pack since", async () => {
    const { workbench } = session;
    await openOnRows("Order to Cash", "Up to Date", "Never Released");
    await link("Leave Out: Up to Date").click();
    await link("Move Up: Never Released").click();
    await wizard().selectVersion("Order API", "10");
    await workbench.reloadWindow();
    await wizard().heading(severalPages.versions).waitFor();
    await link("Put Back: Up to Date").waitFor();
    assert.deepEqual(await wizard().packNames(), ["Never Released", "Order to Cash"]);
    await wizard().row("Order API").getByText("10 New").waitFor();

    await withStore(session.workspace, (backend) =>
      backend.editing.removeComponent(ids.neverReleased, ids.cancelOrder),
    );
    await wizard().dialog.getByText("Never Released").waitFor();
    await wizard().dialog.getByRole("button", { name: "Continue" }).click();
    await wizard().row("Order API").getByText("10 New").waitFor();
    await wizard().button("Cancel").click();
  });
});
