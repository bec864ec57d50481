import { systemTimeZone } from "../model/schedule/timeZone.ts";
import type { CheckOptions } from "./facets/planFacet.ts";

/** The IANA zone that decides what today is, where a plan has no zone of its own. */
export function todayZone({ defaultTimeZone }: CheckOptions): string {
  return defaultTimeZone ?? systemTimeZone() ?? "UTC";
}
