import type { ComponentVersions } from "../../../model/release/release.ts";
import type { Connection } from "../../sqlite/connection.ts";
import { type Row, integer, text } from "../../sqlite/rows.ts";

/** The versions that each owner carries, from rows with the owner's key, `component_id` and `package_version`. */
export function versionsByOwner(rows: readonly Row[], ownerColumn: string): Map<number, ComponentVersions> {
  const entries = new Map<number, [string, string][]>();
  for (const row of rows) {
    const owner = integer(row, ownerColumn);
    const ofOwner = entries.get(owner) ?? [];
    entries.set(owner, ofOwner);
    ofOwner.push([text(row, "component_id"), text(row, "package_version")]);
  }
  return new Map([...entries].map(([owner, ofOwner]) => [owner, Object.fromEntries(ofOwner)]));
}

const ownerColumns = { release_version: "release_key", schedule_version: "pack_key" } as const;

/** Writes the versions of a release or a schedule. They must exist: resolve them first. */
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

/** Components and packaged versions of pairs of `component_id` and `package_version`, looked up one by one by their indexes. */
export const versionsOfPairs = `json_each(?) AS pair
  CROSS JOIN component ON component_id = pair.value ->> 0
  CROSS JOIN packaged_version USING (component_key)
  WHERE package_version = pair.value ->> 1`;

/** The parameter of `versionsOfPairs`. */
export function toPairs(versions: ComponentVersions): string {
  return JSON.stringify(Object.entries(versions));
}
