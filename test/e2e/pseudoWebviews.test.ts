import { inGreek } from "../support/l10n/greekStore.ts";
import { assertNothingCutOff } from "./support/language/assertNothingCutOff.ts";
import { assertTranslated } from "./support/language/assertTranslated.ts";
import { showGreekStore, usePseudoLocale } from "./support/language/usePseudoLocale.ts";
import { OverviewWebview } from "./support/overviewWebview.ts";
import { severalPages, WizardWebview } from "./support/wizardWebview.ts";

const orderToCash = inGreek("Order to Cash");

describe("the webviews in the pseudo-language", () => {
  const session = usePseudoLocale();
  const wizard = () => new WizardWebview(session.workbench);
  const frame = () => session.workbench.webview;
  const text = (english: string, ...values: readonly string[]) =>
    session.workbench.texts.text(english, ...values);

  /** Asserts that the page is translated and fits. */
  async function assertPage(): Promise<void> {
    await assertTranslated(frame().locator("body"));
    await assertNothingCutOff(session.workbench);
  }

  before("show the packs, and give the webviews the window", async () => {
    await showGreekStore(session);
    await session.workbench.quickInput.runCommand("View: Toggle Primary Side Bar Visibility");
  });

  afterEach("close the editors", () => session.workbench.quickInput.runCommand("View: Close All Editors"));

  it("translate the first step of the wizard, its dialog and its details", async () => {
    await wizard().open(orderToCash);
    await wizard().row(inGreek("Create Order")).getByText(text("Upgrade")).waitFor();
    await assertPage();
    const link = text("Select another version: {0}", inGreek("Create Order"));
    await frame().getByRole("link", { name: link, exact: true }).click();
    await wizard().dialog.getByRole("radio", { name: /^1\.0/ }).click();
    await assertPage();
    await wizard()
      .dialog.getByRole("button", { name: text("View Details") })
      .click();
    await frame().getByText(text("Primary")).waitFor();
    await frame().getByText(inGreek("Production")).waitFor();
    await assertPage();
  });

  it("translate the second step of the wizard, its calendar and its last page", async () => {
    await wizard().open(orderToCash);
    await wizard().next();
    await assertPage();
    await wizard().chooseNextMonth(15);
    await assertPage();
    await frame()
      .getByRole("textbox", { name: text("Release on date") })
      .click();
    await frame()
      .getByRole("group", { name: text("Calendar"), exact: true })
      .waitFor();
    await assertPage();
    await session.workbench.page.keyboard.press("Escape");
    await wizard().radio("Release immediately").click();
    await wizard().release();
    await assertPage();
  });

  it("translate the overview of a pack", async () => {
    const overview = new OverviewWebview(session.workbench);
    await session.workbench.runCommand("Show Pack Overview");
    await session.workbench.quickInput.pick(orderToCash);
    await overview.waitForPack(orderToCash);
    await overview.grid.waitFor();
    await assertPage();
  });

  it("translate the release calendar", async () => {
    await session.workbench.runCommand("Show Release Calendar");
    await wizard().heading("Release Calendar").waitFor();
    await assertPage();
  });

  it("translate the wizard for several packs", async () => {
    const { workbench } = session;
    await workbench.runCommand("Release Integration Packs…");
    const title = text("Release Integration Packs");
    await workbench.quickInput.waitForTitle(text("{0}: {1} chosen", title, "4"));
    await workbench.quickInput.accept();
    await wizard().heading(severalPages.versions).waitFor();
    await assertPage();
    await wizard().button("Next").click();
    await wizard().heading(severalPages.schedule).waitFor();
    await assertPage();
    await wizard().button("Release Integration Packs").click();
    await wizard().heading("Success").waitFor();
    await assertPage();
  });
});
