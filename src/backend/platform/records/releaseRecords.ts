import type { Disposable } from "../../../base/disposable.ts";
import type { Event } from "../../../base/event.ts";
import type { PackRelease } from "../../../model/release/release.ts";
import type { ScheduleFailure } from "../../../model/schedule/scheduledRelease.ts";
import type { ScheduledOutcome } from "../../releaseWatch.ts";
import type { RunPermission } from "../../scheduleQueue.ts";
import type { NewAttempt, ReleaseAttempt } from "./releaseAttempt.ts";
import type { NewScheduleRecord, ScheduleRecord, StoredSchedule } from "./scheduleRecord.ts";

/** A pack to claim. */
export interface ClaimedPack {
  readonly packId: string;
  readonly name: string;
}

/** What must hold in the step that records the sending. */
export interface SendingCondition {
  /** Who claimed the pack. */
  readonly holder: string;
  /** What lets the attempt's scheduled release run; left out where the attempt does not run one. */
  readonly permission?: RunPermission;
  /** The attempts with an unknown outcome that a person was told of and confirmed to go on after. */
  readonly acknowledged: readonly string[];
}

/**
 * What Boomi does not report: what was sent, what was released, what is scheduled, and who did it. It stores the intention
 * before something is sent, and the outcome when it is known.
 *
 * Each operation is one transaction. A claim names its holder; its expiry only says when others may take it over. Whether it
 * still holds is decided in the step that records the sending, never by comparing clocks. Every method rejects with an
 * `IntegrationPacksError`; `StoreUnavailable` while the records cannot be used.
 */
export interface ReleaseRecords extends Disposable {
  /** The server that a team shares, and as whom, without a password; nothing for records of one workspace. */
  readonly sharedAt?: string;
  /** Something was recorded, here or by another program. */
  readonly onDidChange: Event<void>;

  /**
   * Claims all packs or none for the holder, in the order of their ids, or renews its claims. An attempt that another holder
   * was sending, and whose claim has expired, is `unknown` from then on.
   *
   * @throws `Conflict` while somebody else claims one of them
   */
  claim(packs: readonly ClaimedPack[], holder: string): Promise<void>;
  /** Ends all claims of the holder. */
  endClaims(holder: string): Promise<void>;

  /**
   * Records that the request is about to be sent, and renews all claims of the holder in the same step.
   *
   * @throws `Conflict` when the claim was lost, a release of the pack is running, or its scheduled release is another one or
   * may not run at this instant; `OutcomeUnknown` when the outcome of an earlier attempt is unknown and not acknowledged.
   * Nothing may be sent then.
   */
  recordSending(attempt: NewAttempt, condition: SendingCondition): Promise<ReleaseAttempt>;
  /** The platform accepted the release. The claims of its holder last until the window has followed it. */
  recordAccepted(attemptId: string, requestId: string): Promise<void>;
  /** It was certainly not done. Ends the claim of the pack, as every outcome does. */
  recordNotMade(attemptId: string): Promise<void>;
  /** Nobody knows whether it was done. Ends the claim. A scheduled release with an unknown outcome takes the place of the earlier one. */
  recordUnknown(attemptId: string): Promise<void>;
  /**
   * The pack was released. Ends the scheduled release that the attempt ran or replaced. An outcome that is recorded already
   * stays. If the outcome was looked up (`isLookedUp`), the attempt ran a scheduled release, and its sender no longer waits for
   * it, the outcome is one of those to report.
   */
  recordReleased(attemptId: string, at: Date, isLookedUp: boolean): Promise<RecordedRelease>;
  /** The platform keeps the scheduled release, in place of the pack's earlier one. */
  recordScheduled(attemptId: string, requestId: string): Promise<void>;

  /** The attempts whose end is not known, of one pack or of all: `sending`, `accepted` and `unknown`. */
  listOpenAttempts(packId?: string): Promise<ReleaseAttempt[]>;
  /**
   * What was sent under the plan, whatever its outcome, and what the workspace scheduled under it; in the order of sending.
   */
  listPlanAttempts(planHash: string): Promise<ReleaseAttempt[]>;
  /** The releases, newest first; of one pack or of all. */
  history(packId?: string): Promise<PackRelease[]>;
  /** The latest release of each pack that was released. */
  latestReleases(): Promise<PackRelease[]>;
  /** Whether the pack had a release with a component. */
  hasReleased(packId: string): Promise<boolean>;

  /** The first window first. */
  listSchedules(): Promise<ScheduleRecord[]>;
  /** A claim of the `holder` does not make it `releasing`. */
  findSchedule(packId: string, holder?: string): Promise<ScheduleRecord | undefined>;
  /**
   * Stores a scheduled release in place of the pack's earlier one, whose id is given; `""` where there was none. The holder has
   * claimed the pack. One that comes from a plan is among the attempts of the plan, also once it was cancelled.
   *
   * @throws `Conflict` when the pack has another scheduled release, or the claim was lost
   */
  putSchedule(record: NewScheduleRecord, earlierId: string, holder: string): Promise<ScheduleRecord>;
  /** Changes what is stored of this very scheduled release; `false` when it is no longer there. */
  changeSchedule(scheduleId: string, change: ScheduleChange): Promise<boolean>;
  /** Removes this very scheduled release; `false` when it is no longer there. @throws `Conflict` while a request for the pack is under way */
  removeSchedule(scheduleId: string): Promise<boolean>;
  /** Forgets what is scheduled for a pack that is gone. */
  removePack(packId: string): Promise<void>;
  /**
   * The platform ran this very scheduled release at `at`. Records the release, ends the schedule, and adds the outcome to those
   * to report, in one step; `undefined` when it was ended before, or by a request that is under way. A claim of the `holder`
   * does not make one.
   */
  finishSchedule(scheduleId: string, at: Date, holder?: string): Promise<PackRelease | undefined>;
  /**
   * The platform gave this very scheduled release up, or nobody knows its outcome. The workspace keeps it from now on, and the
   * outcome is one of those to report; `false` when it was ended before, or a request for the pack is under way. A claim of the
   * `holder` does not make one.
   */
  takeBackSchedule(
    scheduleId: string,
    state: "failed" | "unknown",
    failure: ScheduleFailure,
    holder?: string,
  ): Promise<boolean>;

  /** Takes the outcomes that nobody reported yet. */
  takeOutcomes(): Promise<ScheduledOutcome[]>;

  /** Whether something is recorded as under way for the pack: claimed, sending or accepted. */
  isUnderWay(packId: string): Promise<boolean>;
}

/** A release, and whether it was recorded just now. */
export interface RecordedRelease {
  readonly release: PackRelease;
  readonly isNew: boolean;
}

/** What can change in a stored scheduled release. A `problem` of `undefined` takes it away. */
export interface ScheduleChange {
  readonly state?: StoredSchedule["state"];
  readonly failure?: ScheduleFailure | undefined;
  readonly date?: string;
  readonly confirmed?: StoredSchedule["confirmed"];
}
