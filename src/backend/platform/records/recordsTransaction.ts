import type { PackRelease } from "../../../model/release/release.ts";
import type { AttemptState, NewAttempt, ReleaseAttempt } from "./releaseAttempt.ts";
import type { NewScheduleRecord, ScheduleRecord } from "./scheduleRecord.ts";
import type { StoredEnd } from "./storedOutcome.ts";

/** Who sends a request, and how far it is. */
export interface Sender {
  /** Who claimed the pack for it. */
  readonly holder: string;
  readonly state: AttemptState;
  readonly requestId: string;
}

/**
 * The records of one account as one operation reads and changes them: all of its changes are stored, or none. The operations
 * are the same for every implementation of the records; this is what differs.
 */
export interface RecordsTransaction {
  /** The instant of the transaction, by which claims expire and windows are judged. */
  readonly now: Date;

  /** Who claims the pack; nobody when the claim has expired. */
  claimHolder(packId: string): string | undefined;
  /** Whether the holder wrote the pack's claim and nobody took it over since, expired or not. */
  holdsClaim(packId: string, holder: string): boolean;
  /** Claims the pack for the holder, or renews the holder's claim. */
  writeClaim(packId: string, holder: string): void;
  /** Renews all claims of the holder that nobody took over: those of the other packs of a plan, too. */
  renewClaims(holder: string): void;
  /** Has the holder's claims last until the release that the platform accepted was followed. */
  extendClaims(holder: string): void;
  /** Ends the holder's claim of the pack, unless somebody else took it over. */
  deleteClaim(packId: string, holder: string): void;

  insertAttempt(attempt: NewAttempt, attemptId: string, sender: Partial<Sender>): ReleaseAttempt;
  findAttempt(attemptId: string): ReleaseAttempt | undefined;
  /** The pack's attempts whose end is not known, in the order in which they were sent. */
  openAttempts(packId: string): ReleaseAttempt[];
  /** The pack's latest release that the platform knows by the id. */
  attemptOfRequest(packId: string, requestId: string): ReleaseAttempt | undefined;
  /** Who claimed the pack for the attempt. */
  holderOf(attemptId: string): string;
  setAttemptState(attemptId: string, state: AttemptState, requestId?: string): void;
  /** Records the release that the attempt led to. It is later than the pack's release before, whatever the clock says. */
  markReleased(attempt: ReleaseAttempt, at: Date): PackRelease;

  /** With its stored state, also while a request for the pack is under way. */
  scheduleOf(packId: string): ScheduleRecord | undefined;
  /** As `scheduleOf`. */
  scheduleById(scheduleId: string): ScheduleRecord | undefined;
  /** Stores it in place of an earlier one of the pack. */
  writeSchedule(record: NewScheduleRecord, scheduleId: string): void;
  deleteSchedule(scheduleId: string): void;

  /** Adds an outcome to those to report. */
  addOutcome(record: ScheduleRecord, end: StoredEnd): void;
}

/** @throws `TypeError` for an id that no attempt has */
export function requireAttempt(transaction: RecordsTransaction, attemptId: string): ReleaseAttempt {
  const attempt = transaction.findAttempt(attemptId);
  if (!attempt) throw new TypeError(`There is no attempt ${attemptId}.`);
  return attempt;
}
