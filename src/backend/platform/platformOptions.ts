import type { Log } from "../../base/log.ts";
import type { PlatformConnection } from "./account/platformConnection.ts";
import type { RecordsPlace } from "./records/openRecords.ts";
import type { ScheduleKeeper } from "./records/scheduleRecord.ts";
import type { MissedReleases } from "../../model/schedule/missedReleases.ts";
import type { Timing } from "./http/timing.ts";

/** How the platform is opened. */
export interface PlatformOptions {
  readonly connection: PlatformConnection;
  /** 1 to 10. */
  readonly requestsPerSecond: number;
  readonly scheduleWith: ScheduleKeeper;
  /** What to store with what is scheduled, for the time after its window; left out where schedulers go by their settings. */
  readonly missedReleases?: () => MissedReleases;
  /** Where to record what is released and scheduled. */
  readonly records: RecordsPlace;
  /** The folder for the latest readings of installations; left out where they are not needed after this session. */
  readonly readings?: string;
  readonly log: Log;
  /** Tells dates and instants that are kept; the system's when left out. */
  readonly clock?: () => Date;
  /** Times pauses and what is kept for a while; the runtime's when left out. */
  readonly timing?: Timing;
}
