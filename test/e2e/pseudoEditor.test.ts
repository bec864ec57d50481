import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { formatPlan } from "../../src/model/plan/file/formatPlan.ts";
import { ids } from "../support/fixtures/store.ts";
import { inGreek } from "../support/l10n/greekStore.ts";
import { assertTranslated } from "./support/language/assertTranslated.ts";
import { showGreekStore, usePseudoLocale } from "./support/language/usePseudoLocale.ts";
import { withStore } from "./support/workspaceStore.ts";

const orderToCash = inGreek("Order to Cash");

/** What the list of problems adds to a text: the name of the extension, and the code of the problem. */
const sourceAndCode = /^(Integration Packs|drift)$/g;

describe("editors, questions and notifications in the pseudo-language", () => {
  const session = usePseudoLocale();
  const text = (english: string, ...values: readonly string[]) =>
    session.workbench.texts.text(english, ...values);

  before("show the packs", () => showGreekStore(session));
  afterEach("close the editors", () => session.workbench.quickInput.runCommand("View: Close All Editors"));

  it("translate the comparison of versions", async () => {
    const { packs, page } = session.workbench;
    await packs.contextMenu(orderToCash, "Compare Pending with Released Versions");
    await page.locator(".multiDiffEntry .view-line").first().waitFor();
    await assertTranslated(page.locator(".tabs-container"));
    await assertTranslated(page.locator(".multiDiffEntry .file-path .label-name").first());
    await assertTranslated(page.locator(".multiDiffEntry .view-lines").last());
  });

  it("translate release notes", async () => {
    const { packs, page, quickInput, webview } = session.workbench;
    await packs.contextMenu(orderToCash, "Open Release Notes");
    await assertTranslated(quickInput.box);
    await quickInput.pick(text("Pending release"));
    await webview.getByRole("heading").first().waitFor();
    await assertTranslated(page.locator(".tabs-container"));
    await assertTranslated(webview.locator("body"));
  });

  it("translate CodeLenses and marks of a plan's file", async () => {
    const { workbench, workspace } = session;
    const { page, quickInput } = workbench;
    const packIds = [ids.orderToCash, ids.neverReleased].map(inGreek);
    const { plan } = await withStore(workspace, ({ plans }) => plans.draft({ packIds, name: "α" }));
    const stale = formatPlan(plan).replace('"1.1"', '"0.9"');
    await writeFile(join(workspace, "a.release-plan.json"), stale);
    await quickInput.runCommand("Go to File...");
    await quickInput.fill("a.release-plan.json");
    await quickInput.pick("a.release-plan.json");
    await page.locator(".codelens-decoration").getByText(text("Compare This Pack")).first().waitFor();
    for (const lens of await page.locator(".codelens-decoration").all()) await assertTranslated(lens);
    await quickInput.runCommand("Problems: Focus on Problems View");
    const problem = page.locator(".markers-panel .monaco-list-row .marker-message-details-container");
    await assertTranslated(problem.first(), [sourceAndCode]);
  });

  it("translate quick picks, questions and notifications", async () => {
    const { workbench } = session;
    const { packs, quickInput, notifications } = workbench;
    for (const command of [
      "Set Pending Version…",
      "Add to Account Group…",
      "Filter Packs…",
      "Create Integration Pack…",
    ]) {
      await workbench.runCommand(command);
      await quickInput.input.waitFor();
      await quickInput.box.locator(".quick-input-title").filter({ hasText: "⟦" }).waitFor();
      await assertTranslated(quickInput.box);
      await quickInput.cancel();
    }
    const deleted = inGreek("Up to Date");
    await packs.contextMenu(deleted, "Delete Integration Pack…");
    await assertTranslated(notifications.dialog);
    await notifications.answerDialog(text("Delete"));
    await assertTranslated(await notifications.waitFor(text('"{0}" was deleted.', deleted)));
  });
});
