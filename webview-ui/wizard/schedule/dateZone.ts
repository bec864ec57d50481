import { timeZoneProblem } from "../../../src/model/schedule/timeZoneProblem.ts";
import type { WizardPack } from "../../../src/protocol/wizard/wizardPack.ts";

/** The IANA zone of dates, or why none can be used. */
export type DateZone =
  | { readonly timeZone: string; readonly problem?: undefined }
  | { readonly timeZone?: undefined; readonly problem: string };

/** The zone of dates as the extension sent it, unless this browser does not know it: its list can be an older one. */
export function dateZone({ timeZone, timeZoneProblem: problemThere = "" }: WizardPack): DateZone {
  if (timeZone === undefined) return { problem: problemThere };
  const problem = timeZoneProblem(timeZone);
  return problem === undefined ? { timeZone } : { problem };
}
