import * as l10n from "@vscode/l10n";
import type * as vscode from "vscode";
import { runCommand } from "../../contributions.ts";
import { messageForUsers } from "../../errors/errors.ts";
import { calendarEntries, periodAround } from "../../model/calendar/calendarEntries.ts";
import { localDate } from "../../model/schedule/releaseWindow.ts";
import {
  calendarRequestSchema,
  calendarStateSchema,
  type CalendarMessage,
  type CalendarMonth,
  type CalendarRequest,
  type CalendarState,
} from "../../protocol/calendar.ts";
import { pick } from "../../ui/ask/pick.ts";
import { formatCalendarDate } from "../../ui/dates.ts";
import { errorCode } from "../errorCode.ts";
import { PagePanel } from "../pagePanel.ts";
import type { PanelKind } from "../panelKind.ts";
import type { PanelServices } from "../panelServices.ts";

/** The panel with the releases of all packs, month by month. It changes nothing by itself: its actions are commands. */
export class CalendarPanel extends PagePanel<CalendarRequest, CalendarMessage, CalendarState> {
  readonly #services: PanelServices;
  /** The month that the page shows, `yyyy-MM`. */
  #month: string | undefined;
  /** The number of the last reading. */
  #latest = 0;

  constructor(services: PanelServices, panel: vscode.WebviewPanel, state: CalendarState) {
    super(services, panel, "calendar", calendarRequestSchema);
    this.#services = services;
    this.register(services.backend.onDidChange(() => void this.#send()));
    this.load(state);
  }

  show(): void {
    this.reveal();
  }

  protected async answer(request: CalendarRequest): Promise<void> {
    switch (request.type) {
      case "load":
        this.#month = request.month;
        return this.#send();
      case "act":
        return runCommand(`integrationPacks.${request.action}`, request.packId);
      case "openNotes":
        return runCommand("integrationPacks.openReleaseNotes", request.packId, request.releaseId);
      case "schedule":
        return this.#schedule(request.date);
    }
  }

  /** Sends the month as it is now. A reading that ends after a later one began is dropped. */
  async #send(): Promise<void> {
    const month = this.#month;
    if (month === undefined) return;
    const number = ++this.#latest;
    const message = await this.#read(month);
    if (number === this.#latest) this.post(message);
  }

  async #read(month: string): Promise<CalendarMessage> {
    try {
      return { type: "month", ...(await this.#readMonth(month)) };
    } catch (error) {
      return { type: "monthFailed", code: errorCode(error), message: messageForUsers(error) };
    }
  }

  async #readMonth(month: string): Promise<CalendarMonth> {
    const timeZone = this.#services.timeZone();
    const backend = await this.#services.backend.get();
    const [releases, packs] = await Promise.all([
      backend.listReleases(periodAround(month)),
      backend.listPackSummaries(),
    ]);
    return {
      month,
      today: localDate(new Date(), timeZone),
      timeZone,
      entries: calendarEntries(month, releases, packs, timeZone),
      canSchedule: backend.schedules !== undefined,
      ...(backend.historyLimits !== undefined && { historyLimits: backend.historyLimits }),
    };
  }

  async #schedule(date: string): Promise<void> {
    const packs = await (await this.#services.backend.get()).listPackSummaries();
    const picks = packs
      .filter(({ releasable }) => releasable)
      .map(({ packId, name, description }) => ({ label: name, detail: description, value: packId }));
    const picked = await pick(
      l10n.t("Schedule a Release on {0}", formatCalendarDate(date)),
      picks,
      l10n.t("No integration pack has anything to release."),
      l10n.t("Select the pack to release"),
    );
    if (picked) await runCommand("integrationPacks.schedule", picked.value, date);
  }
}

/** One calendar for the window. It opens on a day. */
export const calendarKind: PanelKind<CalendarState, CalendarState> = {
  subjectOf: (state) => state,
  keyOf: () => "",
  titleOf: () => l10n.t("Release Calendar"),
  storedSubject: calendarStateSchema,
  create: (services, panel, state) => new CalendarPanel(services, panel, state),
};
