import { scheduleEventKinds, type ScheduledRelease } from "../../../model/schedule/scheduledRelease.ts";
import type {
  SnapshotPack,
  SnapshotPackComponent,
  SnapshotRelease,
  SnapshotSchedule,
  SnapshotScheduleEvent,
} from "../../../model/snapshot/snapshot.ts";
import type { ComponentVersions } from "../../../model/release/release.ts";
import { versionsByOwner } from "../packs/componentVersions.ts";
import type { Connection } from "../../sqlite/connection.ts";
import { toPlan } from "../../sqlite/planColumns.ts";
import { toProperties } from "../packs/packs.ts";
import { toRelease } from "../releases/releases.ts";
import { type Row, flag, groupBy, integer, optionalText, text, word } from "../../sqlite/rows.ts";
import { readScheduledReleases } from "../releases/schedules.ts";

/** Exports all packs: components sorted by name, releases and events oldest first. */
export function exportPacks(connection: Connection): SnapshotPack[] {
  const components = groupBy(
    connection.all(
      `SELECT pack_key, component_id, package_version AS pending_version, pack_component.deleted
      FROM pack_component JOIN component USING (component_key)
        LEFT JOIN packaged_version ON version_key = pending_key
      ORDER BY component.name, component_id`,
    ),
    "pack_key",
    toPackComponent,
  );
  const releases = exportReleases(connection);
  const scheduled = readScheduledReleases(connection);
  const events = groupBy(
    connection.all("SELECT * FROM schedule_event ORDER BY event_key"),
    "pack_key",
    toEvent,
  );
  return connection.all("SELECT * FROM pack ORDER BY name, pack_id").map((row) => {
    const key = integer(row, "pack_key");
    const ofPack = { releases: releases.get(key), scheduled: scheduled.get(key), events: events.get(key) };
    return {
      ...toProperties(row),
      components: components.get(key) ?? [],
      ...(ofPack.releases && { releases: ofPack.releases }),
      ...(ofPack.scheduled && { scheduled: toSnapshotSchedule(ofPack.scheduled) }),
      ...(ofPack.events && { scheduleEvents: ofPack.events }),
    };
  });
}

function exportReleases(connection: Connection): ReadonlyMap<number, readonly SnapshotRelease[]> {
  const versions = versionsByOwner(
    connection.all(
      `SELECT release_key, component_id, package_version
      FROM release_version JOIN component USING (component_key) JOIN packaged_version USING (version_key)
      ORDER BY component_id`,
    ),
    "release_key",
  );
  return groupBy(
    connection.all("SELECT * FROM release ORDER BY released_ms, release_key"),
    "pack_key",
    (row) => toSnapshotRelease(row, versions.get(integer(row, "release_key")) ?? {}),
  );
}

function toSnapshotRelease(row: Row, released: ComponentVersions): SnapshotRelease {
  const { trigger, versions, ...release } = toRelease(row, released);
  return { ...release, ...(trigger !== "immediate" && { trigger }), versions };
}

function toPackComponent(row: Row): SnapshotPackComponent {
  const pendingVersion = optionalText(row, "pending_version");
  return {
    componentId: text(row, "component_id"),
    ...(pendingVersion !== undefined && { pendingVersion }),
    ...(flag(row, "deleted") && { deleted: true }),
  };
}

/** Exports a release that is being made as `scheduled`, because the program that makes it has the claim. */
function toSnapshotSchedule(scheduled: ScheduledRelease): SnapshotSchedule {
  const { date, timeZone, versions, state, problem, problemCode, confirmed, scheduledBy, scheduledAt, plan } =
    scheduled;
  return {
    date,
    timeZone,
    versions,
    ...((state === "failed" || state === "missed") && { state }),
    ...(problem !== undefined && { problem }),
    ...(problemCode && { problemCode }),
    ...(confirmed && { confirmed }),
    scheduledBy,
    scheduledAt,
    ...(plan && { plan }),
  };
}

function toEvent(row: Row): SnapshotScheduleEvent {
  const problem = optionalText(row, "problem");
  return {
    at: text(row, "at"),
    by: text(row, "by"),
    event: word(row, "event", scheduleEventKinds),
    date: text(row, "date"),
    timeZone: text(row, "time_zone"),
    ...(problem !== undefined && { problem }),
    ...toPlan(row),
  };
}
