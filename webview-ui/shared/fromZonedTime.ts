import { offsetAt } from "../../src/model/schedule/timeZone.ts";

/**
 * The instant at which the clocks of the zone show the local time, `yyyy-MM-ddTHH:mm:ss`. In the pages it replaces the
 * function of `date-fns-tz`, which is larger. Near a change of the zone's offset both only guess; `releaseWindow` checks that.
 */
export function fromZonedTime(localTime: string, timeZone: string): Date {
  const local = Date.parse(`${localTime}Z`);
  return new Date(local - offsetAt(local, timeZone));
}
