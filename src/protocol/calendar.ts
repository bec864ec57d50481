import * as v from "valibot";
import type { CalendarEntry } from "../model/calendar/calendarEntries.ts";
import type { Refusal, ShownErrorCode } from "./refusal.ts";

// The messages between the extension and the page with the release calendar.

/** A month of all packs, as of one reading. */
export interface CalendarMonth {
  /** `yyyy-MM`. */
  readonly month: string;
  /** Today, `yyyy-MM-dd`, in the zone. */
  readonly today: string;
  /** The IANA zone in which the dates of past releases are. */
  readonly timeZone: string;
  readonly entries: readonly CalendarEntry[];
  /** Which releases are missing, as a sentence. */
  readonly historyLimits?: string;
  /** Whether releases can be scheduled. */
  readonly canSchedule: boolean;
}

/** From the extension to the page. */
export type CalendarMessage =
  /** Answers `load`, and follows every change. */
  | ({ readonly type: "month" } & CalendarMonth)
  /** The month could not be read. */
  | { readonly type: "monthFailed"; readonly code: ShownErrorCode; readonly message: string }
  | Refusal;

const monthSchema = v.pipe(v.string(), v.regex(/^\d{4}-(?:0[1-9]|1[0-2])$/));

/** The commands for a release in the calendar. Each asks before it changes anything. */
export const calendarActions = ["showOverview", "editSchedule", "releaseNow", "cancelSchedule"] as const;

/** A command for a release in the calendar. */
export type CalendarAction = (typeof calendarActions)[number];

/** From the page to the extension, which checks every message. */
export const calendarRequestSchema = v.variant("type", [
  /** Reads a month. The extension follows its changes until another month is loaded. */
  v.strictObject({ type: v.literal("load"), month: monthSchema }),
  v.strictObject({ type: v.literal("act"), action: v.picklist(calendarActions), packId: v.string() }),
  v.strictObject({ type: v.literal("openNotes"), packId: v.string(), releaseId: v.string() }),
  /** Asks which pack to release on the date, `yyyy-MM-dd`, and opens the wizard with it. */
  v.strictObject({ type: v.literal("schedule"), date: v.pipe(v.string(), v.isoDate()) }),
]);

export type CalendarRequest = v.InferOutput<typeof calendarRequestSchema>;

/** What the document brings, and the part of the page's stored state that the extension restores the panel by. */
export const calendarStateSchema = v.object({
  /** The selected day, `yyyy-MM-dd`. */
  day: v.pipe(v.string(), v.isoDate()),
});

/** What the page shows. */
export type CalendarState = v.InferOutput<typeof calendarStateSchema>;
