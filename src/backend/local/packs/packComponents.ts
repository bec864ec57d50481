import { versionErrors } from "../../../errors/versionErrors.ts";
import { compareNames } from "../../../model/text/compareNames.ts";
import type { AddableComponent } from "../../../model/pack/packEdit.ts";
import {
  checkAddition,
  checkPendingVersion,
  checkUndelete,
  componentOf,
  canContain,
  removalOf,
  type ComponentToAdd,
} from "../../../model/pack/packRules.ts";
import type { Connection } from "../../sqlite/connection.ts";
import { getPack, requirePack, requirePackKey, toProperties } from "./packs.ts";
import { type Row, integer, optionalText, text } from "../../sqlite/rows.ts";
import { findVersion, requireComponent, toComponentType } from "./versions.ts";

// Rules 2, 3 and 5. Call each function that changes something inside a transaction.

const newestChoosable = `
  SELECT version_key FROM packaged_version AS choosable
  WHERE choosable.component_key = component.component_key AND shareable = 1 AND deleted = 0
  ORDER BY created_ms DESC, component_version DESC, version_key LIMIT 1`;

const selectComponents = `
  SELECT component_id, name, type, package_version AS latest_version
  FROM component LEFT JOIN packaged_version ON version_key = (${newestChoosable})`;

/** The components that can be added to the pack, sorted by name. @throws `NotFound` */
export function listAddableComponents(connection: Connection, packId: string): AddableComponent[] {
  const row = requirePack(connection, packId);
  const pack = toProperties(row);
  return connection
    .all(
      `${selectComponents} WHERE latest_version IS NOT NULL AND component.component_key NOT IN
        (SELECT component_key FROM pack_component WHERE pack_key = ?)`,
      integer(row, "pack_key"),
    )
    .map((component) => ({ ...toCandidate(component), latestVersion: text(component, "latest_version") }))
    .filter(({ componentType }) => canContain(pack, componentType))
    .sort((one, other) => compareNames(one.componentName, other.componentName));
}

/**
 * Adds all the components or none, each with its most recent shareable version pending.
 *
 * @throws `NotFound`, `InvalidRequest`
 */
export function addComponents(connection: Connection, packId: string, componentIds: readonly string[]): void {
  const pack = getPack(connection, packId);
  const added = [...new Set(componentIds)].map((componentId) => requireCandidate(connection, componentId));
  checkAddition(pack, added);
  const packKey = requirePackKey(connection, packId);
  for (const { componentId } of added) {
    connection.run(
      `INSERT INTO pack_component (pack_key, component_key, pending_key, deleted)
      SELECT ?, component_key, (${newestChoosable}), 0 FROM component WHERE component_id = ?`,
      packKey,
      componentId,
    );
  }
}

/** Removes the component (rule 3). Its pending version stays, so that Undelete restores it. @throws `NotFound` */
export function removeComponent(connection: Connection, packId: string, componentId: string): void {
  const removal = removalOf(componentOf(getPack(connection, packId), componentId));
  const keys = keysOf(connection, packId, componentId);
  if (removal === "markDeleted") {
    connection.run("UPDATE pack_component SET deleted = 1 WHERE pack_key = ? AND component_key = ?", ...keys);
    return;
  }
  // If it is added again, nobody has confirmed it for the scheduled release (rule 12).
  connection.run("DELETE FROM schedule_version WHERE pack_key = ? AND component_key = ?", ...keys);
  connection.run("DELETE FROM pack_component WHERE pack_key = ? AND component_key = ?", ...keys);
}

/** Takes the Deleted mark from the component. @throws `NotFound`; `InvalidRequest` when it has no mark */
export function undeleteComponent(connection: Connection, packId: string, componentId: string): void {
  checkUndelete(componentOf(getPack(connection, packId), componentId));
  connection.run(
    "UPDATE pack_component SET deleted = 0 WHERE pack_key = ? AND component_key = ?",
    ...keysOf(connection, packId, componentId),
  );
}

/** Sets the component's pending version; `""` clears it. @throws `NotFound`, `InvalidRequest` */
export function setPendingVersion(
  connection: Connection,
  packId: string,
  componentId: string,
  packageVersion: string,
): void {
  const component = componentOf(getPack(connection, packId), componentId);
  checkPendingVersion(component, packageVersion, findVersion(connection, componentId, packageVersion));
  connection.run(
    `UPDATE pack_component SET pending_key = (
      SELECT version_key FROM packaged_version
      WHERE packaged_version.component_key = pack_component.component_key AND package_version = ?)
    WHERE pack_key = ? AND component_key = ?`,
    packageVersion,
    ...keysOf(connection, packId, componentId),
  );
}

function keysOf(connection: Connection, packId: string, componentId: string): [number, number] {
  return [requirePackKey(connection, packId), requireComponent(connection, componentId)];
}

function requireCandidate(connection: Connection, componentId: string): ComponentToAdd {
  const row = connection.get(`${selectComponents} WHERE component_id = ?`, componentId);
  if (!row) throw versionErrors.componentNotFound(componentId);
  return { ...toCandidate(row), latestVersion: optionalText(row, "latest_version") };
}

function toCandidate(row: Row): Omit<AddableComponent, "latestVersion"> {
  return {
    componentId: text(row, "component_id"),
    componentName: text(row, "name"),
    componentType: toComponentType(row),
  };
}
