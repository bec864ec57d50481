import type { IntegrationPack } from "../pack/pack.ts";
import { packFingerprint } from "../release/packFingerprint.ts";

/** Whether the pack's scheduled release would be made by itself once its window has started. */
function waits({ scheduled }: IntegrationPack): boolean {
  return scheduled?.state === "scheduled" || scheduled?.state === "releasing";
}

function waitingRelease(pack: IntegrationPack): string {
  return JSON.stringify([packFingerprint(pack), pack.scheduled?.scheduledAt]);
}

/**
 * The packs of a backup whose scheduled release must not be made by itself once the backup is restored over `current`, the
 * packs of the store by then: it may have been made, changed or cancelled since. Only the very same release that still waits
 * there, of the same pack in the same state, before its window has started, goes on waiting.
 */
export function heldReleases(
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
