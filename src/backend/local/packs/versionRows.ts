import type {
  Deployment,
  IncludedComponent,
  VersionProperties,
} from "../../../model/pack/packagedVersion.ts";
import type { SnapshotIncludedComponent } from "../../../model/snapshot/snapshot.ts";
import type { Connection } from "../../sqlite/connection.ts";
import { type Row, flag, integer, optionalText, text } from "../../sqlite/rows.ts";

// Reads and writes the rows of packaged versions, their included components and deployments. Each table has one function to
// read and one to write, so that a new column changes only this file.

/** The packaged version in a row of `packaged_version`. */
export function toVersionProperties(row: Row): VersionProperties {
  return {
    packageId: text(row, "package_id"),
    packageVersion: text(row, "package_version"),
    componentVersion: integer(row, "component_version"),
    createdDate: text(row, "created_date"),
    createdBy: text(row, "created_by"),
    notes: text(row, "notes"),
    shareable: flag(row, "shareable"),
    deleted: flag(row, "deleted"),
    branchName: text(row, "branch_name"),
    folder: text(row, "folder"),
  };
}

/** Inserts a packaged version of a component. Returns its `version_key`. */
export function insertVersion(
  connection: Connection,
  componentKey: number,
  version: VersionProperties,
): number {
  return connection.insert("packaged_version", {
    component_key: componentKey,
    package_id: version.packageId,
    package_version: version.packageVersion,
    component_version: version.componentVersion,
    created_date: version.createdDate,
    created_ms: Date.parse(version.createdDate),
    created_by: version.createdBy,
    notes: version.notes,
    shareable: Number(version.shareable),
    deleted: Number(version.deleted),
    branch_name: version.branchName,
    folder: version.folder,
  });
}

/** The included component in a row of `included_component`, without its XML. */
export function toIncludedComponent(row: Row): IncludedComponent {
  return {
    componentId: text(row, "component_id"),
    name: text(row, "name"),
    type: text(row, "type"),
    version: integer(row, "version"),
    folder: text(row, "folder"),
    modifiedBy: text(row, "modified_by"),
    modifiedDate: text(row, "modified_date"),
  };
}

/** The XML in a row of `included_component`, if there is any. */
export function toXml(row: Row): string | undefined {
  return optionalText(row, "xml");
}

/** Inserts the included components of a packaged version, in their order. */
export function insertIncludedComponents(
  connection: Connection,
  versionKey: number,
  included: readonly SnapshotIncludedComponent[],
): void {
  included.forEach((component, position) =>
    connection.insert("included_component", {
      version_key: versionKey,
      position,
      component_id: component.componentId,
      name: component.name,
      type: component.type,
      version: component.version,
      folder: component.folder,
      modified_by: component.modifiedBy,
      modified_date: component.modifiedDate,
      xml: component.xml ?? null,
    }),
  );
}

/** The deployment in a row of `deployment`. */
export function toDeployment(row: Row): Deployment {
  return {
    environment: text(row, "environment"),
    deployedDate: text(row, "deployed_date"),
    deployedBy: text(row, "deployed_by"),
    notes: text(row, "notes"),
    active: flag(row, "active"),
  };
}

/** Inserts a deployment of a packaged version. */
export function insertDeployment(connection: Connection, versionKey: number, deployment: Deployment): void {
  connection.insert("deployment", {
    version_key: versionKey,
    environment: deployment.environment,
    deployed_date: deployment.deployedDate,
    deployed_ms: Date.parse(deployment.deployedDate),
    deployed_by: deployment.deployedBy,
    notes: deployment.notes,
    active: Number(deployment.active),
  });
}
