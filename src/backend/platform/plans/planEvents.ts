import type { EarlierSending } from "../../../model/plan/application/earlierSending.ts";
import type { PlanEvent } from "../../../model/plan/check/checkBasis.ts";
import type { PlanHash } from "../../../model/plan/file/planHash.ts";
import { releaseIdOf, type ReleaseAttempt } from "../records/releaseAttempt.ts";

/**
 * What was sent under a plan, by pack. Of the attempts of a pack whose outcome is not known, only the last one counts: the one
 * before was followed by it because a person who knew that confirmed it.
 */
export function planEvents(
  planHash: PlanHash,
  attempts: readonly ReleaseAttempt[],
): ReadonlyMap<string, readonly PlanEvent[]> {
  const kinds = new Map<string, Set<PlanEvent["kind"]>>();
  for (const { packId, state } of attempts) {
    const ofPack = kinds.get(packId) ?? new Set();
    kinds.set(packId, ofPack);
    if (state === "released" || state === "scheduled") ofPack.add(state);
  }
  for (const attempt of openOfPacks(attempts).values()) kinds.get(attempt.packId)?.add("unknown");
  return new Map(
    [...kinds].map(([packId, ofPack]) => [packId, [...ofPack].map((kind) => ({ planHash, kind }))]),
  );
}

/** The packs whose outcome under a plan is not known. `sendAgain`: the release ids that a person confirmed again (rule 16). */
export function earlierSendings(
  attempts: readonly ReleaseAttempt[],
  sendAgain: readonly string[] = [],
): EarlierSending[] {
  return [...openOfPacks(attempts).values()].map((attempt) => {
    const releaseId = releaseIdOf(attempt);
    return {
      packId: attempt.packId,
      releaseId,
      found: attempt.state === "sending" || attempt.state === "accepted" ? "running" : "unknown",
      confirmedAgain: sendAgain.includes(releaseId),
    };
  });
}

/** The last attempt of each pack, where its outcome is not known; a person may have acknowledged that elsewhere. */
function openOfPacks(attempts: readonly ReleaseAttempt[]): ReadonlyMap<string, ReleaseAttempt> {
  const last = new Map(attempts.map((attempt) => [attempt.packId, attempt]));
  return new Map([...last].filter(([, { state }]) => openStates.has(state)));
}

const openStates: ReadonlySet<ReleaseAttempt["state"]> = new Set([
  "sending",
  "accepted",
  "unknown",
  "dismissed",
]);
