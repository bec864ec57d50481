import type { Event } from "../../event.ts";
import type { ReleaseWatch, SettledRelease } from "../releaseWatch.ts";
import type { PackStates } from "./packStates.ts";
import type { ScheduleRecords } from "./scheduleRecords.ts";

/** What looking after them takes. */
export interface KeptReleasesOptions {
  readonly onDidSettle: Event<SettledRelease>;
  readonly states: PackStates;
  readonly records: ScheduleRecords;
  readonly clock: () => Date;
}

/** Between looks at a release whose date has come, in ms. */
const shortestPause = 60_000;
const longestPause = 3_600_000;

/** The scheduled releases that the platform keeps. It tells nobody what came of them, so their status is asked for. */
export class KeptReleases implements ReleaseWatch {
  readonly onDidSettle: Event<SettledRelease>;
  readonly #options: KeptReleasesOptions;

  constructor(options: KeptReleasesOptions) {
    this.#options = options;
    this.onDidSettle = options.onDidSettle;
  }

  async look(): Promise<Date | undefined> {
    const { states, records, clock } = this.#options;
    await states.confirmSchedules();
    const now = clock().getTime();
    const looks = (await records.list())
      .filter(({ keeper }) => keeper === "platform")
      .map(({ scheduled }) => nextLook(Date.parse(scheduled.windowStart), now));
    return looks.length === 0 ? undefined : new Date(Math.min(...looks));
  }
}

/**
 * Nothing is asked for before the date has come, then with growing pauses. The zone of the Boomi user decides when that is
 * and may be another one than was reckoned with, so the release may come many hours after this window.
 */
function nextLook(windowStart: number, now: number): number {
  if (now < windowStart) return windowStart + shortestPause;
  return now + Math.min(Math.max((now - windowStart) / 4, shortestPause), longestPause);
}
