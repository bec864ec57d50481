import { packNameKey } from "../../../model/pack/pack.ts";
import type { ComponentVersions } from "../../../model/release/release.ts";
import { confirmedStateOf } from "../../../model/schedule/confirmedState.ts";
import { releaseWindow } from "../../../model/schedule/releaseWindow.ts";
import type { SnapshotPack, SnapshotRelease } from "../../../model/snapshot/snapshot.ts";
import type { Connection } from "../../sqlite/connection.ts";
import { planValues } from "../../sqlite/planColumns.ts";
import { getPack } from "../packs/packs.ts";
import { writeSchedule, type Actor } from "../releases/schedules.ts";
import { keyOf, type ImportedKeys } from "./importedKeys.ts";

/** Inserts the packs of a snapshot with their components, releases and schedules. Adds the new keys to `keys`. */
export function importPacks(
  connection: Connection,
  packs: readonly SnapshotPack[],
  keys: ImportedKeys,
  actor: Actor,
): void {
  for (const pack of packs) {
    const key = connection.insert("pack", {
      pack_id: pack.packId,
      name: pack.name,
      name_key: packNameKey(pack.name),
      description: pack.description,
      installation_type: pack.installationType,
      deployment_model: pack.deploymentModel,
    });
    keys.packs.set(pack.packId, key);
    importPackComponents(connection, key, pack, keys);
    importReleases(connection, key, pack.releases ?? [], keys);
    importSchedule(connection, key, pack, actor);
  }
}

function importPackComponents(
  connection: Connection,
  packKey: number,
  { components }: SnapshotPack,
  keys: ImportedKeys,
): void {
  for (const { componentId, pendingVersion, deleted = false } of components) {
    const component = keyOf(keys.components, componentId);
    connection.run(
      "INSERT INTO pack_component (pack_key, component_key, pending_key, deleted) VALUES (?, ?, ?, ?)",
      packKey,
      component.key,
      pendingVersion ? keyOf(component.versions, pendingVersion) : null,
      Number(deleted),
    );
  }
}

/** Inserts releases oldest first, so that each key is greater than that of the replaced release. */
function importReleases(
  connection: Connection,
  packKey: number,
  releases: readonly SnapshotRelease[],
  keys: ImportedKeys,
): void {
  let replaced: number | null = null;
  const oldestFirst = [...releases].sort(
    (one, other) => Date.parse(one.releasedAt) - Date.parse(other.releasedAt),
  );
  for (const { releaseId, releasedAt, releasedBy, trigger = "immediate", versions, plan } of oldestFirst) {
    const [plan_hash, plan_name] = planValues(plan);
    const key: number = connection.insert("release", {
      release_id: releaseId,
      pack_key: packKey,
      released_at: releasedAt,
      released_ms: Date.parse(releasedAt),
      released_by: releasedBy,
      trigger,
      replaced_key: replaced,
      plan_hash,
      plan_name,
    });
    keys.releases.set(releaseId, key);
    importReleaseVersions(connection, key, versions, keys);
    replaced = key;
  }
}

function importReleaseVersions(
  connection: Connection,
  releaseKey: number,
  versions: ComponentVersions,
  keys: ImportedKeys,
): void {
  for (const [componentId, packageVersion] of Object.entries(versions)) {
    const component = keyOf(keys.components, componentId);
    connection.run(
      "INSERT INTO release_version (release_key, component_key, version_key) VALUES (?, ?, ?)",
      releaseKey,
      component.key,
      keyOf(component.versions, packageVersion),
    );
  }
}

/** Inserts the schedule with a new window: the zone's rules may have changed since the export. */
function importSchedule(
  connection: Connection,
  packKey: number,
  { packId, scheduled, scheduleEvents = [] }: SnapshotPack,
  { user, now }: Actor,
): void {
  if (scheduled) {
    const { start, end } = releaseWindow(scheduled.date, scheduled.timeZone);
    writeSchedule(connection, packKey, {
      state: "scheduled",
      scheduledBy: user,
      scheduledAt: now.toISOString(),
      confirmed: confirmedStateOf(getPack(connection, packId)),
      ...scheduled,
      windowStart: start.toISOString(),
      windowEnd: end.toISOString(),
    });
  }
  for (const { at, by, event, date, timeZone, problem, plan } of scheduleEvents) {
    connection.run(
      `INSERT INTO schedule_event (pack_key, at, by, event, date, time_zone, problem, plan_hash, plan_name)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      packKey,
      at,
      by,
      event,
      date,
      timeZone,
      problem ?? null,
      ...planValues(plan),
    );
  }
}
