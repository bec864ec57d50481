import type { IntegrationPack } from "../pack/pack.ts";
import { packFingerprint } from "../release/packFingerprint.ts";

/** Whether the scheduler would run the pack's scheduled release once its window has started. */
function waits({ scheduled }: IntegrationPack): boolean {
  return scheduled?.state === "scheduled" || scheduled?.state === "releasing";
}

function waitingRelease(pack: IntegrationPack): string {
  return JSON.stringify([packFingerprint(pack), pack.scheduled?.scheduledAt]);
}

/**
 * The restored packs whose scheduled release must be marked missed, because it may have been made, changed or cancelled
 * since the backup. `current` are the packs that the backup replaces. A scheduled release goes on waiting only if `current`
 * contains the same one, of the same pack in the same state, and its window has not started.
 */
export function packsToMarkMissed(
  restored: readonly IntegrationPack[],
  current: readonly IntegrationPack[],
  now: Date,
): IntegrationPack[] {
  const waiting = new Set(current.filter(waits).map(waitingRelease));
  return restored.filter((pack) => {
    if (!pack.scheduled || !waits(pack)) return false;
    return new Date(pack.scheduled.windowStart) <= now || !waiting.has(waitingRelease(pack));
  });
}
