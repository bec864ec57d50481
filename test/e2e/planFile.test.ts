import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { formatPlan } from "../../src/model/plan/file/formatPlan.ts";
import { parsePlan } from "../../src/model/plan/file/parsePlan.ts";
import type { ReleasePlan } from "../../src/model/plan/releasePlan.ts";
import { ids, store } from "../support/fixtures/store.ts";
import { assertAccessible } from "./support/assertAccessible.ts";
import { useSession } from "./support/session.ts";
import { severalPages, WizardWebview } from "./support/wizardWebview.ts";
import { fillStore, storeInWorkspace, withStore } from "./support/workspaceStore.ts";

const fileName = "december-release.release-plan.json";
const drifted = 'The current version of "Create Order" is 1.0, not 1.1.';

describe("a release plan file", () => {
  const session = useSession({ settings: storeInWorkspace });
  const wizard = () => new WizardWebview(session.workbench);
  const link = (name: string) => wizard().frame.getByRole("link", { name, exact: true });
  const editor = () => session.workbench.page.locator(".editor-instance .monaco-editor").first();
  const lens = (title: string) => editor().locator(".codelens-decoration").getByText(title, { exact: true });
  const file = () => join(session.workspace, fileName);

  beforeEach("fill the store", async () => {
    await session.workbench.openPacks();
    await fillStore(session.workspace, store());
    await session.workbench.packs.row("Never Released").waitFor();
  });
  afterEach("close the editors", () => session.workbench.quickInput.runCommand("View: Close All Editors"));

  /** A colleague releases another version of a component of Order to Cash. */
  const releaseElsewhere = () =>
    withStore(session.workspace, (backend) =>
      backend.release({
        packId: ids.orderToCash,
        versions: { [ids.createOrder]: "1.0", [ids.orderApi]: "10" },
      }),
    );

  /** Writes the plan of two packs into the file, and opens it in an editor. */
  async function openFile(): Promise<ReleasePlan> {
    const { workbench, workspace } = session;
    const { plan } = await withStore(workspace, ({ plans }) =>
      plans.draft({ packIds: [ids.orderToCash, ids.neverReleased], name: "December release" }),
    );
    await writeFile(file(), formatPlan(plan));
    await workbench.quickInput.runCommand("Go to File...");
    await workbench.quickInput.fill(fileName);
    await workbench.quickInput.pick(fileName);
    await workbench.tab(fileName).waitFor();
    return plan;
  }

  it("comes from the wizard, shows drift, is updated and applied, and its name is in the history", async () => {
    const { workbench, workspace } = session;
    const { packs, page, quickInput } = workbench;
    await packs.row("Order to Cash").click();
    for (const name of ["Up to Date", "Never Released"]) {
      await packs.row(name).click({ modifiers: ["ControlOrMeta"] });
    }
    await packs.contextMenu("Never Released", "Release Integration Packs…");
    await wizard().heading(severalPages.versions).waitFor();
    assert.deepEqual(await wizard().packNames(), ["Order to Cash", "Up to Date", "Never Released"]);
    await link("Leave Out: Up to Date").click();
    await link("Move Up: Never Released").click();
    await link("Take Versions From…: Never Released").click();
    await quickInput.waitForTitle("Take Versions for Never Released");
    await quickInput.pick("Scheduled");
    await wizard()
      .frame.getByText(/that Scheduled has released/)
      .waitFor();
    await wizard().button("Next").click();
    await wizard().heading(severalPages.schedule).waitFor();
    await wizard().frame.getByRole("textbox", { name: "Name of the release plan" }).fill("December release");
    await wizard().button("Save as Release Plan…").click();
    await quickInput.waitForTitle("Save as Release Plan");
    await quickInput.accept();
    await workbench.notifications.waitFor(`Saved the release plan as ${fileName}.`);
    await wizard().button("Cancel").click();
    await workbench.notifications.press(`Saved the release plan as ${fileName}.`, "Open");
    const saved = parsePlan(await readFile(file(), "utf8"));
    assert.deepEqual(
      saved.packs.map(({ name, components }) => [name, components.map(({ from, to }) => [from, to])]),
      [
        [
          "Never Released",
          [
            ["", "1.0"],
            ["", "1.0"],
          ],
        ],
        [
          "Order to Cash",
          [
            ["1.0", null],
            ["1.1", "hotfix-7"],
            ["", "9"],
          ],
        ],
      ],
    );

    await lens("Apply…").waitFor();
    await releaseElsewhere();
    await workbench.statusBarItem("3").and(page.locator('[aria-label="Warnings: 3"]')).waitFor();
    await editor().click();
    await quickInput.runCommand("Go to Next Problem in Files (Error, Warning, Info)");
    await editor().locator(".squiggly-warning").first().waitFor();
    await quickInput.runCommand("Problems: Focus on Problems View");
    await page.locator(".markers-panel").getByText(drifted).waitFor();

    await editor().click();
    await quickInput.runCommand("Go to Next Problem in Files (Error, Warning, Info)");
    await quickInput.runCommand("Quick Fix...");
    await page.locator(".action-widget").getByText("Update From the Backend").click();
    await editor().locator(".squiggly-warning").first().waitFor({ state: "detached" });
    await page
      .locator(".markers-panel")
      .getByText("No problems have been detected in the workspace.")
      .waitFor();
    await quickInput.runCommand("View: Toggle Panel Visibility");
    await quickInput.runCommand("File: Save");

    await workbench.runCommand("Apply Release Plan…");
    await wizard().heading(severalPages.versions).waitFor();
    assert.deepEqual(await wizard().packNames(), ["Never Released", "Order to Cash"]);
    await wizard().button("Next").click();
    await wizard().heading(severalPages.schedule).waitFor();
    await wizard().button("Release Integration Packs").click();
    await wizard().heading("Success").waitFor();
    assert.deepEqual(await wizard().outcomes(), [
      ["Never Released", "released"],
      ["Order to Cash", "released"],
    ]);
    const applied = parsePlan(await readFile(file(), "utf8"));
    assert.equal(
      applied.packs[1]?.components.find(({ componentId }) => componentId === ids.createOrder)?.from,
      "1.0",
    );
    const [latest] = await withStore(workspace, (backend) => backend.history(ids.orderToCash));
    assert.equal(latest?.plan?.name, "December release");
    assert.equal(latest.versions[ids.createOrder], "hotfix-7");
    await wizard().button("Finish").click();

    await packs.expand("Order to Cash");
    await packs.expand("Release History");
    await packs.row(/plan "?December release/).waitFor();
  });

  it("that changes while the wizard is open is announced there, and opens as it is now on request", async () => {
    const { workbench } = session;
    const plan = await openFile();
    await workbench.runCommand("Apply Release Plan…");
    await wizard().heading(severalPages.versions).waitFor();
    const changed = wizard().frame.getByText(`The file ${fileName} changed while the wizard was open.`);
    assert.equal(await changed.count(), 0);
    await writeFile(file(), formatPlan({ ...plan, name: "January release", packs: plan.packs.toReversed() }));
    await changed.waitFor();
    await wizard().button("Next").click();
    await changed.waitFor();
    await wizard().button("Open the Changed Plan").click();
    await wizard().heading(severalPages.versions).waitFor();
    await changed.waitFor({ state: "detached" });
    await wizard().heading("Never Released").waitFor();
    assert.deepEqual(await wizard().packNames(), ["Never Released", "Order to Cash"]);
    await wizard().button("Next").click();
    await wizard().heading(severalPages.schedule).waitFor();
    assert.equal(
      await wizard().frame.getByRole("textbox", { name: "Name of the release plan" }).inputValue(),
      "January release",
    );
    await workbench.closeTab("Release January release");
  });

  it("with drift opens in the wizard, which says why it no longer fits and shows the packs as they are", async () => {
    const { workbench } = session;
    const { page } = workbench;
    await openFile();
    await releaseElsewhere();
    await withStore(session.workspace, (backend) =>
      backend.editing.addComponents(ids.neverReleased, [ids.invoice]),
    );
    await workbench.statusBarItem("3").and(page.locator('[aria-label="Warnings: 3"]')).waitFor();
    await editor().click();
    await page.keyboard.press("Control+Home");
    // A click on a CodeLens that is just being drawn anew is lost.
    await workbench.quickInput.runCommandAndPick("Show CodeLens Commands for Current Line", "Apply…");
    await wizard().heading(severalPages.versions).waitFor();
    await wizard().frame.getByText("The plan no longer fits this pack.").waitFor();
    await wizard().frame.getByRole("listitem").getByText(drifted).waitFor();
    assert.deepEqual((await wizard().cells()).find(([name]) => name === "Create Order")?.slice(2, 4), [
      "1.0",
      "hotfix-7 Upgrade",
    ]);
    const leftOut = wizard().frame.getByText("never released and are not in the plan: Send Invoice");
    await leftOut.waitFor();
    await wizard().frame.getByText("Left out", { exact: true }).waitFor();
    await wizard().button("Next").click();
    await wizard().heading(severalPages.schedule).waitFor();
    await leftOut.waitFor();
    assert.ok(!(await wizard().cells()).some(([name]) => name === "Send Invoice"));
    await wizard().button("Back").click();
    await wizard().heading(severalPages.versions).waitFor();
    await assertAccessible(page);
    await wizard().button("Cancel").click();
  });
});
