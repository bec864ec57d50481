import { platformReleaseErrors } from "../platformReleaseErrors.ts";
import type { RecordsTransaction } from "./recordsTransaction.ts";
import type { ReleaseAttempt } from "./releaseAttempt.ts";
import type { ClaimedPack } from "./releaseRecords.ts";
import { toStored } from "./scheduleRow.ts";

/** As `ReleaseRecords.claim`. @throws `Conflict` */
export function claimPacks(
  transaction: RecordsTransaction,
  packs: readonly ClaimedPack[],
  holder: string,
): void {
  const inOrder = [...packs].sort((one, other) => (one.packId < other.packId ? -1 : 1));
  for (const { packId, name } of inOrder) {
    const current = transaction.claimHolder(packId);
    if (current !== undefined && current !== holder) throw platformReleaseErrors.underWay(name);
    transaction.writeClaim(packId, holder);
    if (current === undefined) markAbandoned(transaction, packId);
  }
}

/** Whether something is under way for the pack: claimed, or accepted by the platform. A claim of the `holder` does not count. */
export function isUnderWay(transaction: RecordsTransaction, packId: string, holder?: string): boolean {
  const claimedBy = transaction.claimHolder(packId);
  return (
    (claimedBy !== undefined && claimedBy !== holder) ||
    transaction.openAttempts(packId).some(({ state }) => state === "accepted")
  );
}

/**
 * Records that nobody knows the outcome of the attempt. A scheduled release takes the place of the earlier one: what is known of
 * it from then on is its schedule, so nothing waits for the attempt.
 */
export function markUnknown(transaction: RecordsTransaction, attempt: ReleaseAttempt): void {
  const { attemptId, scheduled, plan } = attempt;
  if (!scheduled) {
    transaction.setAttemptState(attemptId, "unknown");
    return;
  }
  transaction.setAttemptState(attemptId, "dismissed");
  const { message: problem, code: problemCode } = platformReleaseErrors.scheduleUnknown(attempt.packName);
  transaction.writeSchedule(
    {
      ...attempt,
      keeper: "platform",
      scheduled: { ...toStored(scheduled, "unknown"), problem, problemCode, ...(plan && { plan }) },
    },
    crypto.randomUUID(),
  );
}

/** The senders of the pack's attempts lost their claim: nobody waits for the answers. */
function markAbandoned(transaction: RecordsTransaction, packId: string): void {
  for (const attempt of transaction.openAttempts(packId)) {
    if (attempt.state === "sending") markUnknown(transaction, attempt);
  }
}
