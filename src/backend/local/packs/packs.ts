import { packErrors } from "../../../errors/packErrors.ts";
import {
  mostCountedChanges,
  type IntegrationPack,
  type PackComponent,
  type PackProperties,
  type PackSummary,
} from "../../../model/pack/pack.ts";
import { scheduleOf } from "../../../model/schedule/scheduledRelease.ts";
import { withDifferences } from "../../../model/schedule/withDifferences.ts";
import { compareNames } from "../../../model/text/compareNames.ts";
import type { Connection } from "../../sqlite/connection.ts";
import { type Row, flag, groupBy, integer, optionalText, text, word } from "../../sqlite/rows.ts";
import { readScheduledReleases } from "../releases/schedules.ts";
import { toComponentType } from "./versions.ts";

// One statement reads all packs, whatever their number. Rows come by id, so that packs of the same name have a fixed order.
// `current` is the version in the pack's latest release.

const latestReleases = "WITH latest AS MATERIALIZED (SELECT pack_key, release_key FROM latest_release)";

const joinCurrentVersion = `
  LEFT JOIN release_version
    ON release_version.release_key = latest.release_key
    AND release_version.component_key = pack_component.component_key
  LEFT JOIN packaged_version AS current ON current.version_key = release_version.version_key`;

/** SQL: the shareable, not deleted versions of a component that are newer than its current version. */
const newerVersions = `
  FROM packaged_version AS newer
  WHERE newer.component_key = pack_component.component_key AND newer.shareable = 1 AND newer.deleted = 0
    AND (newer.created_ms, newer.component_version)
      > (ifnull(current.created_ms, -9e18), ifnull(current.component_version, -1))`;

/** SQL: the model's `countChanges` (rule 4). */
const countChanges = `
  SELECT count(*) FROM (
    SELECT 1 FROM pack_component ${joinCurrentVersion}
    WHERE pack_component.pack_key = pack.pack_key AND (
      current.version_key IS NULL
      OR pack_component.deleted = 1
      OR pack_component.pending_key <> current.version_key
      OR EXISTS (SELECT 1 ${newerVersions}))
    LIMIT ${mostCountedChanges})`;

/** All packs without their components, sorted by name. */
export function listPackSummaries(connection: Connection): PackSummary[] {
  const schedules = readScheduledReleases(connection);
  const componentsOf = (row: Row) => {
    const packKey = integer(row, "pack_key");
    return readComponents(connection, [packKey]).get(packKey) ?? [];
  };
  return connection
    .all(
      `${latestReleases}
      SELECT pack.*, release.released_at, (${countChanges}) AS change_count,
        (SELECT count(*) FROM pack_component WHERE pack_component.pack_key = pack.pack_key) AS component_count
      FROM pack JOIN latest USING (pack_key) LEFT JOIN release USING (release_key) ORDER BY pack_id`,
    )
    .map((row) => {
      const lastReleasedAt = optionalText(row, "released_at");
      const scheduled = schedules.get(integer(row, "pack_key"));
      const changeCount = integer(row, "change_count");
      return {
        ...toProperties(row),
        componentCount: integer(row, "component_count"),
        changeCount,
        releasable: changeCount > 0,
        released: lastReleasedAt !== undefined,
        ...(lastReleasedAt !== undefined && { lastReleasedAt }),
        ...(scheduled && {
          scheduled: scheduleOf(withDifferences(scheduled, { components: componentsOf(row) })),
        }),
      };
    })
    .sort(byName);
}

/** All packs with their components, sorted by name. */
export function listPacks(connection: Connection): IntegrationPack[] {
  const components = readComponents(connection);
  const scheduled = readScheduledReleases(connection);
  return connection
    .all("SELECT * FROM pack ORDER BY pack_id")
    .map((row) => toPack(row, components, scheduled))
    .sort(byName);
}

/** The pack with its components. @throws `NotFound` */
export function getPack(connection: Connection, packId: string): IntegrationPack {
  const row = requirePack(connection, packId);
  const packKeys = [integer(row, "pack_key")];
  return toPack(row, readComponents(connection, packKeys), readScheduledReleases(connection, packKeys));
}

/** The packs with these ids, by their ids, in any order. Those that do not exist are absent. */
export function getPacks(connection: Connection, packIds: readonly string[]): Map<string, IntegrationPack> {
  const rows = connection.all(
    "SELECT * FROM pack WHERE pack_id IN (SELECT value FROM json_each(?))",
    JSON.stringify(packIds),
  );
  const packKeys = rows.map((row) => integer(row, "pack_key"));
  const components = readComponents(connection, packKeys);
  const scheduled = readScheduledReleases(connection, packKeys);
  return new Map(rows.map((row) => [text(row, "pack_id"), toPack(row, components, scheduled)]));
}

/** The row of a pack. @throws `NotFound` */
export function requirePack(connection: Connection, packId: string): Row {
  const row = connection.get("SELECT * FROM pack WHERE pack_id = ?", packId);
  if (!row) throw packErrors.packNotFound(packId);
  return row;
}

/** The key of a pack. @throws `NotFound` */
export function requirePackKey(connection: Connection, packId: string): number {
  return integer(requirePack(connection, packId), "pack_key");
}

function toPack(
  row: Row,
  components: ReadonlyMap<number, PackComponent[]>,
  scheduledReleases: ReturnType<typeof readScheduledReleases>,
): IntegrationPack {
  const packKey = integer(row, "pack_key");
  const scheduled = scheduledReleases.get(packKey);
  const pack = { ...toProperties(row), components: components.get(packKey) ?? [] };
  return scheduled ? { ...pack, scheduled: withDifferences(scheduled, pack) } : pack;
}

/** The components of some packs, or of all, by the pack's key, sorted by name. */
function readComponents(connection: Connection, packKeys?: readonly number[]): Map<number, PackComponent[]> {
  const select = `
    SELECT pack_component.pack_key, component.component_id, component.name, component.type,
      pack_component.deleted, current.package_version AS current_version,
      pending.package_version AS pending_version,
      (SELECT newer.package_version ${newerVersions}
        ORDER BY newer.created_ms DESC, newer.component_version DESC, newer.version_key LIMIT 1) AS latest_version
    FROM latest
      CROSS JOIN pack_component USING (pack_key)
      JOIN component USING (component_key)
      ${joinCurrentVersion}
      LEFT JOIN packaged_version AS pending ON pending.version_key = pack_component.pending_key`;
  const rows =
    packKeys === undefined
      ? connection.all(`${latestReleases} ${select} ORDER BY component_id`)
      : connection.all(
          `WITH latest AS MATERIALIZED (
            SELECT * FROM latest_release WHERE pack_key IN (SELECT value FROM json_each(?))
          ) ${select} ORDER BY component_id`,
          JSON.stringify(packKeys),
        );
  return new Map(
    [...groupBy(rows, "pack_key", toPackComponent)].map(([key, components]) => [
      key,
      components.toSorted((one, other) => compareNames(one.componentName, other.componentName)),
    ]),
  );
}

function toPackComponent(row: Row): PackComponent {
  return {
    componentId: text(row, "component_id"),
    componentName: text(row, "name"),
    componentType: toComponentType(row),
    currentVersion: optionalText(row, "current_version") ?? "",
    pendingVersion: optionalText(row, "pending_version") ?? "",
    latestVersion: optionalText(row, "latest_version") ?? "",
    deleted: flag(row, "deleted"),
  };
}

/** The properties in a row of `pack`. */
export function toProperties(row: Row): PackProperties {
  return {
    packId: text(row, "pack_id"),
    name: text(row, "name"),
    description: text(row, "description"),
    installationType: word(row, "installation_type", ["SINGLE", "MULTI"]),
    deploymentModel: word(row, "deployment_model", ["packaged", "legacy"]),
  };
}

function byName(one: PackProperties, other: PackProperties): number {
  return compareNames(one.name, other.name);
}
