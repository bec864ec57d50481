import type { Deployment, IncludedComponent, PackagedVersion } from "../model/pack/packagedVersion.ts";
import type { ApiDeployment, ApiIncludedComponent, ApiVersion } from "./integrationPacksApi.ts";

/** The published form of a packaged version, without what is in it. */
export function toApiVersion(version: PackagedVersion): ApiVersion {
  return {
    packageId: version.packageId,
    packageVersion: version.packageVersion,
    componentVersion: version.componentVersion,
    createdDate: version.createdDate,
    createdBy: version.createdBy,
    notes: version.notes,
    shareable: version.shareable,
    deleted: version.deleted,
    branchName: version.branchName,
    folder: version.folder,
  };
}

/** The published form of a component inside a packaged version; `xml` is `""` where none is stored. */
export function toApiIncludedComponent(component: IncludedComponent, xml: string): ApiIncludedComponent {
  return {
    componentId: component.componentId,
    name: component.name,
    type: component.type,
    version: component.version,
    folder: component.folder,
    modifiedBy: component.modifiedBy,
    modifiedDate: component.modifiedDate,
    xml,
  };
}

/** The published form of a deployment. */
export function toApiDeployment(deployment: Deployment): ApiDeployment {
  return {
    environment: deployment.environment,
    deployedDate: deployment.deployedDate,
    deployedBy: deployment.deployedBy,
    notes: deployment.notes,
    active: deployment.active,
  };
}
