import { markUnknown } from "./claiming.ts";
import { requireAttempt, type RecordsTransaction } from "./recordsTransaction.ts";
import { toRelease, type NewAttempt, type ReleaseAttempt } from "./releaseAttempt.ts";
import type { RecordedRelease, SendingCondition } from "./releaseRecords.ts";
import { toStored } from "./scheduleRow.ts";
import { checkSending } from "./sendingRules.ts";

// The operations of `ReleaseRecords` on attempts.

export function recordSending(
  transaction: RecordsTransaction,
  attempt: NewAttempt,
  condition: SendingCondition,
): ReleaseAttempt {
  const { packId } = attempt;
  const { holder } = condition;
  const open = transaction.openAttempts(packId);
  checkSending(attempt, condition, {
    holdsClaim: transaction.holdsClaim(packId, holder),
    open,
    scheduled: transaction.scheduleOf(packId),
    now: transaction.now,
  });
  for (const { attemptId, state } of open) {
    if (state === "unknown") transaction.setAttemptState(attemptId, "dismissed");
  }
  transaction.writeClaim(packId, holder);
  transaction.renewClaims(holder);
  return transaction.insertAttempt(attempt, crypto.randomUUID(), { holder });
}

export function recordAccepted(transaction: RecordsTransaction, attemptId: string, requestId: string): void {
  const attempt = requireAttempt(transaction, attemptId);
  if (attempt.state !== "released") transaction.setAttemptState(attemptId, "accepted", requestId);
  transaction.extendClaims(transaction.holderOf(attemptId));
}

export function recordNotMade(transaction: RecordsTransaction, attemptId: string): void {
  const attempt = requireAttempt(transaction, attemptId);
  if (attempt.state !== "released") transaction.setAttemptState(attemptId, "notMade");
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
  const record = transaction.scheduleById(attempt.scheduleId);
  if (record) transaction.deleteSchedule(record.scheduleId);
  const isAwaited =
    !isLookedUp || transaction.claimHolder(attempt.packId) === transaction.holderOf(attemptId);
  if (record && !isAwaited && attempt.trigger !== "immediate") {
    transaction.addOutcome(record, { kind: "released", attemptId });
  }
  endClaim(transaction, attempt);
  return { release: transaction.markReleased(attempt, at), isNew: true };
}

export function recordScheduled(transaction: RecordsTransaction, attemptId: string, requestId: string): void {
  const attempt = requireAttempt(transaction, attemptId);
  const { scheduled, plan } = attempt;
  if (!scheduled) throw new TypeError("The attempt does not schedule anything.");
  transaction.setAttemptState(attemptId, "scheduled", requestId);
  const stored = { ...toStored(scheduled, "scheduled"), ...(plan && { plan }) };
  transaction.writeSchedule(
    { ...attempt, keeper: "platform", requestId, scheduled: stored },
    crypto.randomUUID(),
  );
  endClaim(transaction, attempt);
}

/** The claim of an attempt ends with its outcome. The holder may claim other packs, those of a plan. */
function endClaim(transaction: RecordsTransaction, { attemptId, packId }: ReleaseAttempt): void {
  transaction.deleteClaim(packId, transaction.holderOf(attemptId));
}
