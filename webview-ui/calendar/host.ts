import type { CalendarMessage, CalendarRequest, CalendarState } from "../../src/protocol/calendar.ts";
import { connectHost } from "../shared/host.ts";

/** The page's connection to the extension. */
export const host = connectHost<CalendarRequest, CalendarMessage, CalendarState, CalendarState>();
