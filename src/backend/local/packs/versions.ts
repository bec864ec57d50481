import { versionErrors } from "../../../errors/versionErrors.ts";
import type { Component } from "../../../model/pack/component.ts";
import type { ComponentType } from "../../../model/pack/pack.ts";
import type {
  Availability,
  CarryingPack,
  Deployment,
  FindVersion,
  IncludedComponent,
  PackagedVersion,
} from "../../../model/pack/packagedVersion.ts";
import { compareNames } from "../../../model/text/compareNames.ts";
import type { ComponentVersions } from "../../../model/release/release.ts";
import { toPairs, versionsOfPairs } from "./componentVersions.ts";
import type { Connection } from "../../sqlite/connection.ts";
import { type Row, flag, integer, text, word } from "../../sqlite/rows.ts";
import { toDeployment, toIncludedComponent, toVersionProperties, toXml } from "./versionRows.ts";

const selectVersions = `
  SELECT component_id, component.name, component.type, packaged_version.*
  FROM component JOIN packaged_version USING (component_key)`;

/** SQL: the order of the model's `newestFirst`. Of two equal versions, the one that was stored first comes first. */
const newestFirst = "created_ms DESC, component_version DESC, version_key";

/** The packaged versions of each component, newest first. @throws `NotFound` */
export function listVersions(
  connection: Connection,
  componentIds: readonly string[],
): Map<string, PackagedVersion[]> {
  const versions = new Map<string, PackagedVersion[]>(
    componentIds.map((componentId) => {
      requireComponent(connection, componentId);
      return [componentId, []];
    }),
  );
  const rows = connection.all(
    `${selectVersions} WHERE component_id IN (SELECT value FROM json_each(?)) ORDER BY component_key, ${newestFirst}`,
    JSON.stringify([...versions.keys()]),
  );
  for (const row of rows) {
    versions.get(text(row, "component_id"))?.push(toVersion(row));
  }
  return versions;
}

/** The key of a component. @throws `NotFound` */
export function requireComponent(connection: Connection, componentId: string): number {
  const row = connection.get("SELECT component_key FROM component WHERE component_id = ?", componentId);
  if (!row) throw versionErrors.componentNotFound(componentId);
  return integer(row, "component_key");
}

/** The packaged version with the package id. @throws `NotFound` */
export function getVersion(connection: Connection, packageId: string): PackagedVersion {
  return toVersion(requireVersion(connection, packageId));
}

/** The component's packaged version with exactly this text. */
export function findVersion(
  connection: Connection,
  componentId: string,
  packageVersion: string,
): PackagedVersion | undefined {
  const row = connection.get(
    `${selectVersions} WHERE component_id = ? AND package_version = ?`,
    componentId,
    packageVersion,
  );
  return row && toVersion(row);
}

/**
 * Reads the availability of the versions in `wanted` with one query. Returns a function that finds them; it does not know
 * any other version.
 */
export function availabilityFinder(
  connection: Connection,
  wanted: ComponentVersions,
): FindVersion<Availability> {
  const rows = connection.all(
    `SELECT component_id, package_version, shareable, deleted FROM ${versionsOfPairs}`,
    toPairs(wanted),
  );
  const byComponent = new Map(rows.map((row) => [text(row, "component_id"), row]));
  return (componentId, packageVersion) => {
    const row = byComponent.get(componentId);
    if (!row || text(row, "package_version") !== packageVersion) return undefined;
    return { shareable: flag(row, "shareable"), deleted: flag(row, "deleted") };
  };
}

/** The components inside the packaged version, the packaged component itself first. @throws `NotFound` */
export function listIncludedComponents(connection: Connection, packageId: string): IncludedComponent[] {
  const version = requireVersion(connection, packageId);
  return connection
    .all(
      "SELECT * FROM included_component WHERE version_key = ? ORDER BY component_id <> ?, position",
      integer(version, "version_key"),
      text(version, "component_id"),
    )
    .map(toIncludedComponent);
}

/** The XML of an included component; `''` where the store has none. @throws `NotFound` */
export function getComponentXml(connection: Connection, packageId: string, componentId: string): string {
  const row = connection.get(
    "SELECT xml FROM included_component WHERE version_key = ? AND component_id = ?",
    integer(requireVersion(connection, packageId), "version_key"),
    componentId,
  );
  if (!row) throw versionErrors.includedComponentNotFound(componentId, packageId);
  return toXml(row) ?? "";
}

/** The deployments of the packaged version, latest first. @throws `NotFound` */
export function listDeployments(connection: Connection, packageId: string): Deployment[] {
  return connection
    .all(
      "SELECT * FROM deployment WHERE version_key = ? ORDER BY deployed_ms DESC, deployment_key DESC",
      integer(requireVersion(connection, packageId), "version_key"),
    )
    .map(toDeployment);
}

/** The packs in which the packaged version is current or pending, sorted by name. @throws `NotFound` */
export function listCarryingPacks(connection: Connection, packageId: string): CarryingPack[] {
  return connection
    .all(
      `
      SELECT pack_id, name, max(released) AS released, max(pending) AS pending FROM (
        SELECT latest_release.pack_key, 1 AS released, 0 AS pending
        FROM release_version JOIN release USING (release_key)
          JOIN latest_release ON latest_release.pack_key = release.pack_key
            AND latest_release.release_key = release.release_key
        WHERE version_key = ?1
        UNION ALL
        SELECT pack_key, 0, 1 FROM pack_component WHERE pending_key = ?1 AND deleted = 0
      ) JOIN pack USING (pack_key)
      GROUP BY pack_key`,
      integer(requireVersion(connection, packageId), "version_key"),
    )
    .map((row) => ({
      packId: text(row, "pack_id"),
      name: text(row, "name"),
      released: flag(row, "released"),
      pending: flag(row, "pending"),
    }))
    .sort((one, other) => compareNames(one.name, other.name));
}

function requireVersion(connection: Connection, packageId: string): Row {
  const row = connection.get(`${selectVersions} WHERE package_id = ?`, packageId);
  if (!row) throw versionErrors.packagedVersionNotFound(packageId);
  return row;
}

function toVersion(row: Row): PackagedVersion {
  return {
    componentId: text(row, "component_id"),
    componentName: text(row, "name"),
    componentType: toComponentType(row),
    ...toVersionProperties(row),
  };
}

/** The component in a row of `component`. */
export function toComponent(row: Row): Component {
  return { componentId: text(row, "component_id"), name: text(row, "name"), type: toComponentType(row) };
}

/** The type in a row of `component`. */
export function toComponentType(row: Row): ComponentType {
  return word(row, "type", ["process", "webservice"]);
}
