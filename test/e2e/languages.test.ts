import assert from "node:assert/strict";
import type { Locator } from "playwright-core";
import { inGreek } from "../support/l10n/greekStore.ts";
import { ids } from "../support/fixtures/store.ts";
import { assertNothingCutOff } from "./support/language/assertNothingCutOff.ts";
import { assertNotEnglish } from "./support/language/assertNotEnglish.ts";
import { showGreekStore } from "./support/language/usePseudoLocale.ts";
import { useSession } from "./support/session.ts";
import { WizardWebview } from "./support/wizardWebview.ts";
import { storeInWorkspace, withStore } from "./support/workspaceStore.ts";

const orderToCash = inGreek("Order to Cash");
const neverReleased = inGreek("Never Released");

/** The languages that the extension is translated into, and the day that their weeks start with, 0 for Sunday. */
const languages = [
  { language: "de", name: "German", firstDay: 1 },
  { language: "ja", name: "Japanese", firstDay: 0 },
] as const;

/** The 15th of the next month. */
const today = new Date();
const future = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + 1, 15));

for (const { language, name, firstDay } of languages) {
  describe(`the main job in ${name}`, () => {
    const session = useSession({
      language,
      settings: {
        ...storeInWorkspace,
        "integrationPacks.release.branch": inGreek("main"),
        "integrationPacks.scheduler.timeZone": "UTC",
      },
      window: { viewport: { width: 1400, height: 1000 } },
    });
    const wizard = () => new WizardWebview(session.workbench);
    const frame = () => session.workbench.webview;
    const text = (english: string, ...values: readonly string[]) =>
      session.workbench.texts.text(english, ...values);
    const format = (instant: string | Date, options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(language, options).format(new Date(instant));
    /** The names of the days of a week in the language, from its first day. */
    const weekdays = Array.from({ length: 7 }, (_, at) =>
      format(`2026-11-0${1 + at + firstDay}T12:00:00Z`, { weekday: "long" }),
    );

    /** Asserts that the page is in the language and fits. */
    async function assertPage(): Promise<void> {
      await assertNotEnglish(frame().locator("body"), session.workbench.texts);
      await assertNothingCutOff(session.workbench);
    }

    before("show the packs", () => showGreekStore(session));

    it("shows the packs and their states", async () => {
      const { packs, page, texts } = session.workbench;
      await packs.row(orderToCash).getByText(text("{0} changes", "3")).waitFor();
      await packs.row(neverReleased).getByText(text("new"), { exact: true }).waitFor();
      await packs.expand(orderToCash);
      await packs.row(text("Release History")).waitFor();
      await assertNotEnglish(page.locator(".sidebar"), texts);
    });

    it("releases a pack and shows the release in the history", async () => {
      const { packs, page } = session.workbench;
      await wizard().open(orderToCash);
      await wizard().row(inGreek("Create Order")).getByText(text("Upgrade")).waitFor();
      await assertPage();
      await wizard().next();
      await assertPage();
      await wizard().release();
      await assertPage();
      await wizard().button("Finish").click();
      const [latest] = await withStore(session.workspace, (store) => store.history(inGreek(ids.orderToCash)));
      assert.ok(latest);
      await packs.expand(text("Release History"));
      await packs
        .row(format(latest.releasedAt, { dateStyle: "medium", timeStyle: "short" }))
        .getByText(text("current"))
        .waitFor();
      await assertNotEnglish(page.locator(".sidebar"), session.workbench.texts);
    });

    it("schedules a pack on a day of a calendar in the language", async () => {
      const { workbench } = session;
      await wizard().open(neverReleased);
      await wizard().next();
      await wizard().chooseNextMonth(15);
      await frame()
        .getByRole("textbox", { name: text("Release on date") })
        .click();
      const calendar = frame().getByRole("group", { name: text("Calendar"), exact: true });
      assert.deepEqual(await weekdaysOf(calendar), weekdays);
      await assertPage();
      await workbench.page.keyboard.press("Escape");
      await wizard().button("Schedule Integration Pack Release").click();
      await wizard().waitForPage("success");
      await assertPage();
      await wizard().button("Finish").click();
      await workbench.expandView("Scheduled Releases");
      // The year is left out where it is the current one.
      const shownDate: Intl.DateTimeFormatOptions =
        future.getUTCFullYear() === today.getUTCFullYear()
          ? { month: "short", day: "numeric" }
          : { dateStyle: "medium" };
      await workbench.scheduledReleases
        .row(neverReleased)
        .getByText(format(future, { ...shownDate, timeZone: "UTC" }))
        .waitFor();
    });

    it("shows the calendar and the overview of a pack", async () => {
      const { workbench } = session;
      await workbench.runCommand("Show Release Calendar");
      await wizard().heading("Release Calendar").waitFor();
      await frame()
        .getByRole("region", { name: text("This Month") })
        .waitFor();
      assert.deepEqual(await weekdaysOf(frame().locator("body")), weekdays);
      await assertPage();
      await workbench.runCommand("Show Pack Overview");
      await workbench.quickInput.pick(orderToCash);
      await frame().getByRole("grid").waitFor();
      await assertPage();
    });
  });
}

/** The names of the columns of the calendar in a place, which have abbreviations for the eye, too. */
async function weekdaysOf(place: Locator): Promise<string[]> {
  const columns = await place.getByRole("columnheader").allInnerTexts();
  return columns.map((column) => column.split("\n")[0] ?? "");
}
