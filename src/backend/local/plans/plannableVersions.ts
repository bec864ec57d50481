import { isFromOtherBranch } from "../../../model/pack/branch.ts";
import type { IntegrationPack } from "../../../model/pack/pack.ts";
import type { PlannableVersion, PlannableVersions } from "../../../model/plan/plannableVersion.ts";
import { dependsOnBranches } from "../../../model/release/preselectedVersions.ts";
import type { Connection } from "../../sqlite/connection.ts";
import { flag, integer, text, type Row } from "../../sqlite/rows.ts";

/** The id of a component and the text of one of its versions. */
export type VersionPair = readonly [componentId: string, packageVersion: string];

const columns = `component_id, package_id, package_version, component_version, created_date, shareable,
  packaged_version.deleted, branch_name`;

/** Reads the packaged versions of the pairs, as far as they exist, by one statement that finds each component once. */
export function readVersions(connection: Connection, pairs: readonly VersionPair[]): PlannableVersions {
  return byComponent(
    connection.all(
      `SELECT ${columns} FROM json_each(?) AS wanted
        CROSS JOIN component ON component_id = wanted.value ->> 0
        CROSS JOIN packaged_version USING (component_key)
      WHERE package_version IN (SELECT value FROM json_each(wanted.value, '$[1]'))`,
      JSON.stringify(textsByComponent(pairs)),
    ),
  );
}

/**
 * Reads the versions that a plan of the packs can choose without a person. All versions of a component are read only where the
 * latest one is of another branch (rule 5).
 */
export function readPreselectableVersions(
  connection: Connection,
  packs: readonly IntegrationPack[],
  source: IntegrationPack | undefined,
  releaseBranch: string,
): PlannableVersions {
  const released = new Map(source?.components.map((each) => [each.componentId, each.currentVersion]));
  const components = packs.flatMap((pack) => pack.components);
  const known = readVersions(
    connection,
    components.flatMap(({ componentId, currentVersion, pendingVersion, latestVersion }): VersionPair[] => [
      [componentId, pendingVersion || latestVersion || currentVersion],
      // With a source, the components that it lacks stay as they are.
      ...(source ? [[componentId, released.get(componentId) || currentVersion] as const] : []),
    ]),
  );
  const deciding = components.filter((component) => {
    if (!dependsOnBranches(component)) return false;
    const latest = known
      .get(component.componentId)
      ?.find(({ packageVersion }) => packageVersion === component.latestVersion);
    return latest !== undefined && isFromOtherBranch(latest, releaseBranch);
  });
  return new Map([
    ...known,
    ...readAllVersions(
      connection,
      deciding.map(({ componentId }) => componentId),
    ),
  ]);
}

function readAllVersions(connection: Connection, componentIds: readonly string[]): PlannableVersions {
  if (componentIds.length === 0) return new Map();
  return byComponent(
    connection.all(
      `SELECT ${columns} FROM component JOIN packaged_version USING (component_key)
      WHERE component_id IN (SELECT value FROM json_each(?))`,
      JSON.stringify(componentIds),
    ),
  );
}

/** A pair without a version is none. */
function textsByComponent(pairs: readonly VersionPair[]): [componentId: string, texts: string[]][] {
  const unique = new Map<string, Set<string>>();
  for (const [componentId, packageVersion] of pairs) {
    if (packageVersion === "") continue;
    const texts = unique.get(componentId);
    if (texts) texts.add(packageVersion);
    else unique.set(componentId, new Set([packageVersion]));
  }
  return [...unique].map(([componentId, texts]) => [componentId, [...texts]]);
}

function byComponent(rows: readonly Row[]): PlannableVersions {
  const versions = new Map<string, PlannableVersion[]>();
  for (const row of rows) {
    const componentId = text(row, "component_id");
    const version = {
      packageId: text(row, "package_id"),
      packageVersion: text(row, "package_version"),
      componentVersion: integer(row, "component_version"),
      createdDate: text(row, "created_date"),
      shareable: flag(row, "shareable"),
      deleted: flag(row, "deleted"),
      branchName: text(row, "branch_name"),
    };
    const known = versions.get(componentId);
    if (known) known.push(version);
    else versions.set(componentId, [version]);
  }
  return versions;
}
