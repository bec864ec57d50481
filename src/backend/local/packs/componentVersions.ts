import type { ComponentVersions } from "../../../model/release/release.ts";
import type { Connection } from "../../sqlite/connection.ts";
import { type Row, groupBy, text } from "../../sqlite/rows.ts";

/** Groups rows with `component_id` and `package_version` by the key of the release or schedule that they belong to. */
export function versionsByOwner(rows: readonly Row[], ownerColumn: string): Map<number, ComponentVersions> {
  const versions = groupBy(
    rows,
    ownerColumn,
    (row) => [text(row, "component_id"), text(row, "package_version")] as const,
  );
  return new Map([...versions].map(([owner, pairs]) => [owner, Object.fromEntries(pairs)]));
}

/** Parses versions by component id, as `json_group_object` writes them. @throws on any other JSON */
export function parseVersions(json: string): ComponentVersions {
  const versions: unknown = JSON.parse(json);
  if (!areVersions(versions))
    throw new TypeError("The versions of components are not texts by component id.");
  return versions;
}

function areVersions(value: unknown): value is ComponentVersions {
  return (
    typeof value === "object" &&
    value !== null &&
    Object.values(value).every((version) => typeof version === "string")
  );
}

const ownerColumns = { release_version: "release_key", schedule_version: "pack_key" } as const;

/** Inserts the versions of a release or schedule. Versions that do not exist are skipped: resolve them first. */
export function writeVersions(
  connection: Connection,
  table: keyof typeof ownerColumns,
  owner: number,
  versions: ComponentVersions,
): void {
  connection.run(
    `INSERT INTO ${table} (${ownerColumns[table]}, component_key, version_key)
    SELECT ?, component_key, version_key FROM ${versionsOfPairs}`,
    owner,
    toPairs(versions),
  );
}

/** SQL: the `component` and `packaged_version` rows of the pairs in a parameter from `toPairs`, each found by an index. */
export const versionsOfPairs = `json_each(?) AS pair
  CROSS JOIN component ON component_id = pair.value ->> 0
  CROSS JOIN packaged_version USING (component_key)
  WHERE package_version = pair.value ->> 1`;

/** Pairs of `component_id` and `package_version` as JSON, the parameter of `versionsOfPairs`. */
export function toPairs(versions: ComponentVersions): string {
  return JSON.stringify(Object.entries(versions));
}
