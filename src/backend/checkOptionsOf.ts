import type { ReleasePlan } from "../model/plan/releasePlan.ts";
import type { CheckOptions } from "./facets/planFacet.ts";

/**
 * The options with which a plan, or a draft of one, is checked: the zone of the setting where it has a date without a zone.
 * `schedulerTimeZone` may throw, for a setting that nobody knows; a plan that needs no zone does not depend on it.
 */
export function checkOptionsOf(
  { date, timeZone }: Pick<ReleasePlan, "date" | "timeZone">,
  schedulerTimeZone: () => string,
): CheckOptions {
  return date === undefined || timeZone !== undefined ? {} : { defaultTimeZone: schedulerTimeZone() };
}
