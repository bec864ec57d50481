import { versionErrors } from "../../../errors/versionErrors.ts";
import { nameProblem, packageVersionProblem, storableProblem } from "../../../model/pack/inputProblems.ts";
import type { Component } from "../../../model/pack/component.ts";
import { compareNames } from "../../../model/text/compareNames.ts";
import type { NewPackagedVersion, VersionProperties } from "../../../model/pack/packagedVersion.ts";
import { throwProblem } from "../../../model/pack/packRules.ts";
import type { SnapshotIncludedComponent } from "../../../model/snapshot/snapshot.ts";
import type { Connection } from "../../sqlite/connection.ts";
import { integer, text } from "../../sqlite/rows.ts";
import type { Actor } from "../releases/schedules.ts";
import { getVersion, listVersions, requireComponent, toComponent } from "./versions.ts";
import { insertIncludedComponents, insertVersion } from "./versionRows.ts";

/** All components, sorted by name. */
export function listComponents(connection: Connection): Component[] {
  return connection
    .all("SELECT * FROM component ORDER BY component_id")
    .map(toComponent)
    .sort((one, other) => compareNames(one.name, other.name));
}

/** Packages a version. Returns its package id. Call it inside a transaction. @throws `NotFound`, `InvalidRequest` */
export function createVersion(connection: Connection, version: NewPackagedVersion, actor: Actor): string {
  const componentId = "componentId" in version.component ? version.component.componentId : undefined;
  const earlier =
    componentId === undefined ? [] : (listVersions(connection, [componentId]).get(componentId) ?? []);
  throwProblem(
    packageVersionProblem(version.packageVersion, earlier) ??
      storableProblem(version.notes) ??
      storableProblem(version.xml),
  );
  const component = requireOrCreateComponent(connection, version.component);
  // Never before an earlier version, even if the clock was set back: the newest version is the latest.
  const created = Math.max(actor.now.getTime(), ...earlier.map(({ createdDate }) => Date.parse(createdDate)));
  const properties: VersionProperties = {
    packageId: crypto.randomUUID(),
    packageVersion: version.packageVersion.trim(),
    componentVersion: Math.max(0, ...earlier.map(({ componentVersion }) => componentVersion)) + 1,
    createdDate: new Date(created).toISOString(),
    createdBy: actor.user,
    notes: version.notes,
    shareable: version.shareable,
    deleted: false,
    branchName: earlier[0]?.branchName ?? "main",
    folder: "folder" in version.component ? version.component.folder.trim() : (earlier[0]?.folder ?? ""),
  };
  const versionKey = insertVersion(connection, component.key, properties);
  insertIncludedComponents(connection, versionKey, [primaryComponent(component, properties, version.xml)]);
  return properties.packageId;
}

/** The packaged component as a component inside its own version. */
function primaryComponent(
  { componentId, name, type }: Component,
  { componentVersion, folder, createdBy, createdDate }: VersionProperties,
  xml: string,
): SnapshotIncludedComponent {
  return {
    componentId,
    name,
    type,
    version: componentVersion,
    folder,
    modifiedBy: createdBy,
    modifiedDate: createdDate,
    ...(xml !== "" && { xml }),
  };
}

/** Deletes a version that no pack uses. Call it inside a transaction. @throws `NotFound`, `InvalidRequest` */
export function deleteVersion(connection: Connection, packageId: string): void {
  const { packageVersion, componentName, deleted } = getVersion(connection, packageId);
  if (deleted) throw versionErrors.versionAlreadyDeleted(packageVersion, componentName);
  const packNames = packsUsing(connection, packageId);
  if (packNames.length > 0) throw versionErrors.versionInUse(packageVersion, componentName, packNames);
  const versionKey = keyOfVersion(connection, packageId);
  // A component marked Deleted leaves its pack. If it is undeleted, it must not have a deleted version pending.
  connection.run(
    "UPDATE pack_component SET pending_key = NULL WHERE pending_key = ? AND deleted = 1",
    versionKey,
  );
  connection.run("UPDATE packaged_version SET deleted = 1 WHERE version_key = ?", versionKey);
}

/** Restores a deleted version. Call it inside a transaction. @throws `NotFound`, `InvalidRequest` */
export function restoreVersion(connection: Connection, packageId: string): void {
  const { packageVersion, componentName, deleted } = getVersion(connection, packageId);
  if (!deleted) throw versionErrors.versionNotDeleted(packageVersion, componentName);
  connection.run("UPDATE packaged_version SET deleted = 0 WHERE package_id = ?", packageId);
}

function requireOrCreateComponent(
  connection: Connection,
  component: NewPackagedVersion["component"],
): Component & { readonly key: number } {
  let componentId: string;
  if ("componentId" in component) {
    componentId = component.componentId;
  } else {
    throwProblem(nameProblem(component.name) ?? storableProblem(component.folder));
    componentId = crypto.randomUUID();
    connection.run(
      "INSERT INTO component (component_id, name, type) VALUES (?, ?, ?)",
      componentId,
      component.name.trim(),
      component.type,
    );
  }
  const key = requireComponent(connection, componentId);
  const row = connection.get("SELECT * FROM component WHERE component_key = ?", key) ?? {};
  return { key, ...toComponent(row) };
}

/** The names of the packs that have the version released, pending or scheduled, sorted. */
function packsUsing(connection: Connection, packageId: string): string[] {
  return connection
    .all(
      `SELECT name FROM pack WHERE pack_key IN (
        SELECT latest_release.pack_key FROM release_version JOIN latest_release USING (release_key)
          WHERE version_key = ?1
        UNION SELECT pack_key FROM pack_component WHERE pending_key = ?1 AND deleted = 0
        UNION SELECT pack_key FROM schedule_version WHERE version_key = ?1)`,
      keyOfVersion(connection, packageId),
    )
    .map((row) => text(row, "name"))
    .sort(compareNames);
}

function keyOfVersion(connection: Connection, packageId: string): number {
  const row = connection.get("SELECT version_key FROM packaged_version WHERE package_id = ?", packageId);
  return integer(row ?? {}, "version_key");
}
