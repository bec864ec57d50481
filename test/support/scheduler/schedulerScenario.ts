import type { LocalBackend } from "../../../src/backend/local/localBackend.ts";
import { storeErrors } from "../../../src/backend/local/storeErrors.ts";
import type { ScheduledRelease, ScheduleState } from "../../../src/model/schedule/scheduledRelease.ts";
import { executeElsewhere } from "../store/executeElsewhere.ts";
import type { ChooseFault } from "./faultyQueue.ts";
import type { SimulatedEditors } from "./simulatedEditors.ts";

// The scenario of most scheduler tests: packs of `schedulablePacks` that are due in one window.

/** The time at which tests begin, two days before the window. */
export const start = new Date("2026-06-18T12:00:00Z");
export const date = "2026-06-20";
export const timeZone = "Europe/Berlin";
/** Berlin is two hours ahead of UTC in June. */
export const windowStart = "2026-06-19T22:00:00.000Z";
export const windowEnd = "2026-06-19T23:00:00.000Z";

/** Schedules a release of version 2 of the pack's component in the window. */
export function schedule(store: LocalBackend, packId = "p-0"): Promise<ScheduledRelease> {
  return store.schedules.schedule({ packId, date, timeZone, versions: { [packId.replace("p", "c")]: "2" } });
}

/** The state of the pack's scheduled release, or `undefined` when it has none. */
export async function stateOf(store: LocalBackend, packId = "p-0"): Promise<ScheduleState | undefined> {
  return (await store.getPack(packId)).scheduled?.state;
}

/** Pack id, trigger and time of every release so far, in order. */
export function releasesOf({ releases }: SimulatedEditors): string[][] {
  return releases.map(({ queued, release, at }) => [queued.packId, release.trigger, at.toISOString()]);
}

/** Kind and pack id of every event so far, in order. */
export function eventsOf({ events }: SimulatedEditors): string[] {
  return events.map((event) =>
    event.kind === "stalled" ? event.kind : `${event.kind} ${event.queued.packId}`,
  );
}

/** Makes operations fail with a locked store while `isLocked` returns true: the release alone, or all that write. */
export function lockedStore(operations: "release" | "write", isLocked: () => boolean): ChooseFault {
  const failing = operations === "release" ? ["release"] : ["release", "fail", "miss"];
  return (operation) =>
    failing.includes(operation) && isLocked() ? { error: storeErrors.locked("store.db") } : undefined;
}

/** Deletes a packaged version as another program would, against the rules. */
export function deleteVersion(file: string, packageId: string): void {
  executeElsewhere(file, `UPDATE packaged_version SET deleted = 1 WHERE package_id = '${packageId}'`);
}

/** Deletes a pack as another program would. */
export function deletePack(file: string, packId: string): void {
  executeElsewhere(file, `DELETE FROM pack WHERE pack_id = '${packId}'`);
}
