import type { ScheduleRequest } from "../../model/release/release.ts";
import type { ScheduledRelease } from "../../model/schedule/scheduledRelease.ts";
import type { ReleaseWatch } from "../releaseWatch.ts";
import type { QueuedRelease, ScheduleQueue } from "../scheduleQueue.ts";

/** Scheduled releases. */
export interface ScheduleFacet {
  /**
   * Schedules a release for a date after today in the request's zone (rule 7).
   *
   * @throws as `release`, and `InvalidRequest` for an impossible or past date or an unknown zone.
   */
  schedule(request: ScheduleRequest): Promise<ScheduledRelease>;
  /** Cancels the pack's scheduled release. @throws `NotFound` when there is none; `Unsupported` with the reason */
  cancel(packId: string): Promise<void>;
  /**
   * Rejects as `cancel` would, to call before a person is asked to confirm. Left out where each scheduled release can
   * be cancelled.
   */
  checkCancellable?(packId: string): Promise<void>;
  /** The next scheduled release, in the store, the workspace or on the platform. Cheap: does not read all packs. */
  nextScheduled(): Promise<QueuedRelease | undefined>;
  /** Why new scheduled releases cannot be cancelled, as a sentence. Left out where they can be. */
  readonly cancelUnsupported?: string;
  /** Nobody knows in which zone the dates of new scheduled releases begin. Left out where the request's zone counts. */
  readonly hasUncertainZone?: true;
  /**
   * Whether accounts see a pending update from the scheduling on (rule 7). `false` where nobody but this product knows of a
   * scheduled release: accounts get the update at its date.
   */
  readonly announcesUpdates: boolean;
  /**
   * Applies the scheduled release to one account before its date (rule 7). Left out where accounts do this themselves.
   *
   * @throws `NotFound`; `InvalidRequest` when no update is pending for the account.
   */
  applyPendingUpdate?(packId: string, accountId: string): Promise<void>;
  /** The scheduled releases that the scheduler runs. Left out where another system runs them all. */
  readonly queue?: ScheduleQueue;
  /** Reports the outcome of scheduled releases that another system runs. Left out where there are none. */
  readonly watch?: ReleaseWatch;
}
