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
  packs.forEach((pack, at) => {
    const key = at + 1;
    keys.packs.set(pack.packId, key);
    connection.run(
      `INSERT INTO pack (pack_key, pack_id, name, name_key, description, installation_type, deployment_model)
      VALUES (?, ?, ?, ?, ?, ?, ?)`,
      key,
      pack.packId,
      pack.name,
      packNameKey(pack.name),
      pack.description,
      pack.installationType,
      pack.deploymentModel,
    );
    importPackComponents(connection, key, pack, keys);
    importReleases(connection, key, pack.releases ?? [], keys);
    importSchedule(connection, key, pack, actor);
  });
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
    const key: number = keys.releases.size + 1;
    keys.releases.set(releaseId, key);
    connection.run(
      `INSERT INTO release (release_key, release_id, pack_key, released_at, released_ms, released_by, trigger,
        replaced_key, plan_hash, plan_name) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      key,
      releaseId,
      packKey,
      releasedAt,
      Date.parse(releasedAt),
      releasedBy,
      trigger,
      replaced,
      ...planValues(plan),
    );
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
