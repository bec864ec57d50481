import {
  holderOf,
  insertAttempt,
  markReleased,
  openAttempts,
  requireAttempt,
  setAttemptState,
} from "./attemptTable.ts";
import { claimHolder, deleteClaim, extendClaims, holdsClaim, renewClaims, writeClaim } from "./claimTable.ts";
import { markUnknown } from "./claiming.ts";
import { addOutcome } from "./outcomeTable.ts";
import type { RecordsTransaction } from "./recordsTransaction.ts";
import { toRelease, type NewAttempt, type ReleaseAttempt } from "./releaseAttempt.ts";
import type { RecordedRelease, SendingCondition } from "./releaseRecords.ts";
import { deleteSchedule, scheduleById, scheduleOf, toStored, writeSchedule } from "./scheduleTable.ts";
import { checkSending } from "./sendingRules.ts";

// The operations of `ReleaseRecords` on attempts.

export function recordSending(
  transaction: RecordsTransaction,
  attempt: NewAttempt,
  condition: SendingCondition,
): ReleaseAttempt {
  const { packId } = attempt;
  const { holder } = condition;
  const open = openAttempts(transaction, packId);
  checkSending(attempt, condition, {
    holdsClaim: holdsClaim(transaction, packId, holder),
    open,
    // Only this request is under way, as the claim is held.
    scheduled: scheduleOf(transaction, packId, () => false),
    now: transaction.now,
  });
  for (const { attemptId, state } of open) {
    if (state === "unknown") setAttemptState(transaction, attemptId, "dismissed");
  }
  writeClaim(transaction, packId, holder);
  renewClaims(transaction, holder);
  return insertAttempt(transaction, attempt, { holder });
}

export function recordAccepted(transaction: RecordsTransaction, attemptId: string, requestId: string): void {
  const attempt = requireAttempt(transaction, attemptId);
  if (attempt.state !== "released") setAttemptState(transaction, attemptId, "accepted", requestId);
  extendClaims(transaction, holderOf(transaction, attemptId));
}

export function recordNotMade(transaction: RecordsTransaction, attemptId: string): void {
  const attempt = requireAttempt(transaction, attemptId);
  if (attempt.state !== "released") setAttemptState(transaction, attemptId, "notMade");
  endClaim(transaction, attempt);
}

export function recordUnknown(transaction: RecordsTransaction, attemptId: string): void {
  const attempt = requireAttempt(transaction, attemptId);
  if (attempt.state === "sending" || attempt.state === "accepted") markUnknown(transaction, attempt);
  endClaim(transaction, attempt);
}

export function recordReleased(
  transaction: RecordsTransaction,
  attemptId: string,
  at: Date,
  isLookedUp: boolean,
): RecordedRelease {
  const attempt = requireAttempt(transaction, attemptId);
  if (attempt.state === "released") {
    endClaim(transaction, attempt);
    return { release: toRelease(attempt), isNew: false };
  }
  const record = scheduleById(transaction, attempt.scheduleId, () => false);
  if (record) deleteSchedule(transaction, record.scheduleId);
  const isAwaited =
    !isLookedUp || claimHolder(transaction, attempt.packId) === holderOf(transaction, attemptId);
  if (record && !isAwaited && attempt.trigger !== "immediate") {
    addOutcome(transaction, record, { kind: "released", attemptId });
  }
  endClaim(transaction, attempt);
  return { release: markReleased(transaction, attempt, at), isNew: true };
}

export function recordScheduled(transaction: RecordsTransaction, attemptId: string, requestId: string): void {
  const attempt = requireAttempt(transaction, attemptId);
  const { scheduled, plan } = attempt;
  if (!scheduled) throw new TypeError("The attempt does not schedule anything.");
  setAttemptState(transaction, attemptId, "scheduled", requestId);
  writeSchedule(transaction, {
    ...attempt,
    keeper: "platform",
    requestId,
    scheduled: { ...toStored(scheduled, "scheduled"), ...(plan && { plan }) },
  });
  endClaim(transaction, attempt);
}

/** The claim of an attempt ends with its outcome. The holder may claim other packs, those of a plan. */
function endClaim(transaction: RecordsTransaction, { attemptId, packId }: ReleaseAttempt): void {
  deleteClaim(transaction, packId, holderOf(transaction, attemptId));
}
