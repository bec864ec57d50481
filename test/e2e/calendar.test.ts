import assert from "node:assert/strict";
import type { FrameLocator } from "playwright-core";
import type { Snapshot } from "../../src/model/snapshot/snapshot.ts";
import { ids, store } from "../support/fixtures/store.ts";
import { assertAccessible } from "./support/assertAccessible.ts";
import { useSession } from "./support/session.ts";
import { fillStore, storeInWorkspace, withStore } from "./support/workspaceStore.ts";

/** The days in this test, `yyyy-MM-dd`: today, and the first of the month after next. */
const today = new Date().toISOString().slice(0, 10);
const future = new Date(Date.UTC(Number(today.slice(0, 4)), Number(today.slice(5, 7)) + 1, 1))
  .toISOString()
  .slice(0, 10);

const format = (date: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("en", { ...options, timeZone: "UTC" }).format(new Date(date));

/** A calendar date as the page shows it. */
const shownDate = (date: string) => format(date, { dateStyle: "medium" });

/** The label of a day in the calendar. */
const dayLabel = (date: string) => format(date, { month: "long", day: "numeric" });

/** The store of the fixtures, in which *Order to Cash* was released today. */
function releasedToday(): Snapshot {
  const content = store();
  return {
    ...content,
    installations: [],
    packs: content.packs.map((pack) =>
      pack.packId === ids.orderToCash
        ? {
            ...pack,
            releases: (pack.releases ?? []).slice(-1).map((release) => ({
              ...release,
              releasedAt: `${today}T08:00:00Z`,
            })),
          }
        : pack,
    ),
  };
}

describe("the release calendar", () => {
  const session = useSession({
    settings: { ...storeInWorkspace, "integrationPacks.scheduler.timeZone": "UTC" },
  });
  const frame = (): FrameLocator => session.workbench.webview;
  const day = (date: string) => frame().getByRole("region", { name: shownDate(date) });

  before("fill the store and open the calendar from the view", async () => {
    const { workbench } = session;
    await workbench.openPacks();
    await fillStore(session.workspace, releasedToday());
    await workbench.packs.row("Order to Cash").waitFor();
    await workbench.expandView("Scheduled Releases");
    const title = workbench.page.locator('.pane-header[aria-label^="Scheduled Releases"]');
    await title.hover();
    await title.getByRole("button", { name: "Show Release Calendar" }).click();
    await waitForCalendar();
  });

  const waitForCalendar = () =>
    frame().getByRole("heading", { level: 1, name: "Release Calendar" }).waitFor();

  it("opens from the palette, too, as the same page", async () => {
    const { workbench } = session;
    await workbench.runCommand("Show Release Calendar");
    await waitForCalendar();
    assert.equal(await workbench.page.locator(".tab", { hasText: "Release Calendar" }).count(), 1);
    await workbench.closeTab("Release Calendar");
    await workbench.runCommand("Show Release Calendar");
    await waitForCalendar();
  });

  it("shows today with its releases, and the time zone", async () => {
    await day(today).getByText("Order to Cash").waitFor();
    await day(today).getByText("released", { exact: true }).waitFor();
    await frame().getByText("Time zone: UTC").waitFor();
    await frame().getByRole("region", { name: "This Month" }).getByText("Order to Cash: released").waitFor();
    assert.equal(await day(today).getByRole("button", { name: "Schedule a Release…" }).count(), 0);
    await day(today).getByRole("link", { name: "Show Overview: Order to Cash" }).click();
    await frame().getByRole("heading", { level: 1, name: "Order to Cash" }).waitFor();
    await session.workbench.closeTab("Order to Cash");
  });

  it("schedules a release across the end of a month, by keyboard and wizard", async () => {
    const { workbench } = session;
    await frame().getByRole("button", { name: "Next month" }).click();
    await frame().getByRole("button", { name: "Next month" }).click();
    await frame().getByText("No releases in this month.").waitFor();
    await frame()
      .getByRole("button", { name: dayLabel(future), exact: true })
      .click();
    await day(future).getByText("No releases on this day.").waitFor();
    await day(future).getByRole("button", { name: "Schedule a Release…" }).press("Enter");
    await workbench.quickInput.pick(/^Order to Cash/);
    await frame()
      .getByRole("heading", { name: /Select Versions/ })
      .waitFor();
    await frame().getByRole("button", { name: "Next", exact: true }).click();
    assert.equal(await frame().getByRole("textbox", { name: "Release on date" }).inputValue(), future);
    await frame().getByRole("button", { name: "Schedule Integration Pack Release" }).click();
    await frame().getByText("Success").first().waitFor();
    await frame().getByRole("button", { name: "Finish" }).click();

    await day(future).getByText("Order to Cash").waitFor();
    await day(future).getByText("scheduled", { exact: true }).waitFor();
    await day(future).getByRole("link", { name: "Change: Order to Cash" }).waitFor();
    const pack = await withStore(session.workspace, (backend) => backend.getPack(ids.orderToCash));
    assert.equal(pack.scheduled?.date, future);
  });

  it("keeps the day when the window reloads", async () => {
    await session.workbench.reloadWindow();
    await day(future).getByText("Order to Cash").waitFor();
  });

  it("is accessible", () => assertAccessible(session.workbench.page));
});
