import { localDate } from "../../model/schedule/releaseWindow.ts";
import { schedulerTimeZone } from "../../ui/settings/settings.ts";
import type { Services } from "../command.ts";

/** Opens the calendar of all releases, on today. */
export async function showCalendar({ panels }: Pick<Services, "panels">): Promise<void> {
  const day = localDate(new Date(), schedulerTimeZone());
  (await panels.calendar()).open({ day });
}
