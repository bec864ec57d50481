import { messageForUsers } from "../../../errors/errors.ts";
import type { Event } from "../../../base/event.ts";
import type { Log } from "../../../base/log.ts";
import type { ReleaseWatch, SettledRelease } from "../../releaseWatch.ts";
import type { ReleaseAttempts } from "../records/releaseAttempts.ts";
import type { ReleaseMaker } from "../releases/releaseMaker.ts";
import type { ScheduleRecords } from "../records/scheduleRecords.ts";
import type { ScheduleRecord } from "../records/scheduleRows.ts";
import type { ScheduleStates } from "./scheduleStates.ts";

/** What looking after them takes. */
export interface KeptReleasesOptions {
  readonly onDidSettle: Event<SettledRelease>;
  readonly states: ScheduleStates;
  readonly records: ScheduleRecords;
  readonly attempts: ReleaseAttempts;
  readonly maker: ReleaseMaker;
  readonly clock: () => Date;
  readonly log: Pick<Log, "warn">;
}

/** Between looks at a release that may be made at any moment, in ms. */
const shortestPause = 60_000;
const longestPause = 3_600_000;

/** So much earlier than in UTC a date begins where it begins first, in ms. */
const earliestDay = 14 * 3_600_000;

/**
 * The releases that the platform has and nobody here follows: scheduled ones that it keeps, and those that were on their way
 * when their window was closed. It tells nobody what came of them, so their status is asked for.
 */
export class KeptReleases implements ReleaseWatch {
  readonly onDidSettle: Event<SettledRelease>;
  readonly #options: KeptReleasesOptions;

  constructor(options: KeptReleasesOptions) {
    this.#options = options;
    this.onDidSettle = options.onDidSettle;
  }

  async look(): Promise<Date | undefined> {
    const { states, records, clock } = this.#options;
    const isFollowing = await this.#settleFollowing();
    await states.get();
    const now = clock().getTime();
    const looks = (await records.list())
      .filter(({ keeper }) => keeper === "platform")
      .map((record) => nextLook(record, now));
    if (isFollowing) looks.push(now + shortestPause);
    return looks.length === 0 ? undefined : new Date(Math.min(...looks));
  }

  /** Resolves to whether there may be some that the platform is still making. */
  async #settleFollowing(): Promise<boolean> {
    const { attempts, maker, log } = this.#options;
    const following = (await attempts.listOpen()).filter(({ state }) => state === "following");
    const ends = await Promise.all(
      following.map((attempt) =>
        maker.settle(attempt).catch((error: unknown) => {
          log.warn(`Finding out about an earlier release: ${messageForUsers(error)}`);
        }),
      ),
    );
    return ends.includes(undefined);
  }
}

/**
 * The zone of the Boomi user decides when a date begins, and may be another one than was reckoned with: the release may come
 * many hours before or after its window. It is looked for with pauses that grow from where the date begins first, and again
 * from its window.
 */
function nextLook({ scheduled: { date, windowStart } }: ScheduleRecord, now: number): number {
  const start = Date.parse(windowStart);
  const earliest = Math.min(Date.parse(`${date}T00:00:00Z`) - earliestDay, start);
  if (now < earliest) return earliest + shortestPause;
  const since = now - (now < start ? earliest : start);
  const next = now + Math.min(Math.max(since / 4, shortestPause), longestPause);
  return now < start ? Math.min(next, start + shortestPause) : next;
}
