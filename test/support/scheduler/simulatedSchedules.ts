import { DatabaseSync } from "node:sqlite";
import type { LocalBackend } from "../../../src/backend/local/localBackend.ts";
import { storeErrors } from "../../../src/backend/sqlite/storeErrors.ts";
import type { ScheduledRelease, ScheduleState } from "../../../src/model/schedule/scheduledRelease.ts";
import type { Fates, SimulatedEditors } from "./simulatedEditors.ts";

// What tests of the scheduler have in common: packs of `schedulablePacks` that are due in one window, and what came of it.

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Berlin is two hours ahead of UTC in June: the window of the 20th is 22:00 to 23:00 of the 19th. */
export const start = new Date("2026-06-18T12:00:00Z");
export const date = "2026-06-20";
export const timeZone = "Europe/Berlin";
export const windowStart = "2026-06-19T22:00:00.000Z";
export const windowEnd = "2026-06-19T23:00:00.000Z";

/** Schedules version 2 of the pack's component for the window. */
export function schedule(store: LocalBackend, packId = "p-0"): Promise<ScheduledRelease> {
  return store.schedules.schedule({ packId, date, timeZone, versions: { [packId.replace("p", "c")]: "2" } });
}

/** What became of the pack's scheduled release; nothing when there is none any more. */
export async function stateOf(store: LocalBackend, packId = "p-0"): Promise<ScheduleState | undefined> {
  return (await store.getPack(packId)).scheduled?.state;
}

/** Which pack was released, why and when, for each release in the order in which they were made. */
export function madeBy({ made }: SimulatedEditors): string[][] {
  return made.map(({ queued, release, at }) => [queued.packId, release.trigger, at.toISOString()]);
}

/** What users were told, in the order in which they were told. */
export function toldBy({ events }: SimulatedEditors): string[] {
  return events.map((event) =>
    event.kind === "stalled" ? event.kind : `${event.kind} ${event.queued.packId}`,
  );
}

/** Operations that meet a locked store while `isLocked` says so. */
export function locked(which: "release" | "write", isLocked: () => boolean): Fates {
  return (operation) => {
    const writes = which === "release" ? ["release"] : ["release", "fail", "miss"];
    return writes.includes(operation) && isLocked()
      ? { error: storeErrors.storeLocked("store.db") }
      : undefined;
  };
}

/** Deletes a packaged version as another program does, whatever the rules of this one say. */
export function deleteVersion(file: string, packageId: string): void {
  execute(file, "UPDATE packaged_version SET deleted = 1 WHERE package_id = ?", packageId);
}

/** Deletes a pack as another program does. */
export function deletePack(file: string, packId: string): void {
  execute(file, "DELETE FROM pack WHERE pack_id = ?", packId);
}

function execute(file: string, sql: string, parameter: string): void {
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: true });
  database.prepare(sql).run(parameter);
  database.close();
}
