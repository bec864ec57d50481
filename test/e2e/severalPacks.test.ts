import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parsePlan } from "../../src/model/plan/file/parsePlan.ts";
import { ids, store } from "../support/fixtures/store.ts";
import { on } from "../support/platform/faults.ts";
import { Gate } from "../support/time/gate.ts";
import { assertAccessible } from "./support/assertAccessible.ts";
import { Keyboard } from "./support/keyboard.ts";
import { useSession } from "./support/session.ts";
import { usePlatform } from "./support/usePlatform.ts";
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

describe("the wizard for several packs on the platform", () => {
  const session = usePlatform(store());
  const wizard = () => new WizardWebview(session.workbench);
  const link = (name: string) => wizard().frame.getByRole("link", { name, exact: true });
  const isRelease = on("ReleaseIntegrationPack", "create");
  const releases = () => session.platform.log.filter(isRelease).length;

  /** Opens the wizard, leaves out all packs but these, and goes to the second step. */
  async function openFor(...names: readonly string[]): Promise<void> {
    const { workbench } = session;
    await workbench.runCommand("Release Integration Packs…");
    await workbench.quickInput.waitForTitle(/^Release Integration Packs: [1-9]/);
    await workbench.quickInput.accept();
    await wizard().heading(severalPages.versions).waitFor();
    for (const name of await wizard().packNames()) {
      if (!names.includes(name)) await link(`Leave Out: ${name}`).click();
    }
    await wizard().button("Next").click();
    await wizard().heading(severalPages.schedule).waitFor();
  }

  it("stops after the pack that is being sent, and goes on with the others", async () => {
    await openFor("Legacy Billing", "Scheduled");
    const sent = releases();
    const gate = new Gate();
    session.platform.faults.plan(isRelease, { kind: "held", gate });
    await wizard().button("Release Integration Packs").click();
    await wizard().heading("Releasing Integration Packs").waitFor();
    await gate.reached;
    await wizard().frame.locator(".outcomes").getByText("being sent").waitFor();
    assert.deepEqual(await wizard().outcomes(), [
      ["Legacy Billing", "being sent"],
      ["Scheduled", "waiting"],
    ]);
    await wizard().button("Stop After This Pack").click();
    await wizard().frame.locator("vscode-button[disabled]").getByText("Stop After This Pack").waitFor();
    gate.open();
    await wizard().heading("Not All Packs Were Released").waitFor();
    assert.deepEqual(await wizard().outcomes(), [
      ["Legacy Billing", "released"],
      ["Scheduled", "not sent"],
    ]);
    assert.equal(releases(), sent + 1);
    await wizard().button("Try Again").click();
    await wizard().heading("Success").waitFor();
    assert.deepEqual(await wizard().outcomes(), [
      ["Legacy Billing", "already so"],
      ["Scheduled", "released"],
    ]);
    await wizard().button("Finish").click();
  });

  it("stops at the first pack that was not released, sends no unknown one again by itself, and goes on", async () => {
    const { workbench } = session;
    await openFor("Never Released", "Order to Cash");
    session.platform.faults.plan(isRelease, { kind: "cutBefore" });
    await wizard().button("Release Integration Packs").click();
    await wizard().heading("The Outcome Is Not Known").waitFor();
    assert.deepEqual(await wizard().outcomes(), [
      ["Never Released", "unknown"],
      ["Order to Cash", "not sent"],
    ]);
    await assertAccessible(workbench.page);

    const sent = releases();
    await wizard().button("Try Again").click();
    await wizard().heading("Releasing Integration Packs").waitFor({ state: "detached" });
    await wizard().heading("The Outcome Is Not Known").waitFor();
    assert.equal(releases(), sent);
    await wizard()
      .frame.getByLabel("I looked at Never Released in Boomi, and it was not released. Send it again.")
      .check();
    await wizard().button("Try Again").click();
    await wizard().heading("Success").waitFor();
    assert.deepEqual(await wizard().outcomes(), [
      ["Never Released", "released"],
      ["Order to Cash", "released"],
    ]);
    assert.equal(releases(), sent + 2);
  });
});
