import { findPackaged, packagedVersions } from "./packagedVersions.ts";
import type { PlatformObject } from "../platformObject.ts";
import { findRevision, includedIn, revisionRows } from "./revisions.ts";
import type { PlatformState } from "./state.ts";
import { environmentId } from "./stateFromSnapshot.ts";
import { componentXml } from "../wireXml.ts";

/** `PackagedComponentManifest`: what a packaged version is made of. */
export function packagedComponentManifests(state: PlatformState): PlatformObject {
  return {
    filters: [],
    bulkLimit: 100,
    get: (id) => {
      const packaged = findPackaged(state, id);
      return (
        packaged && {
          packageId: id,
          componentInfo: includedIn(packaged).map(({ componentId, version }) => ({
            id: componentId,
            version,
          })),
        }
      );
    },
  };
}

/** `ComponentMetadata`: names, folders and dates of component revisions, by `id~version`, or the newest by `id`. */
export function componentMetadata(state: PlatformState): PlatformObject {
  return {
    filters: [
      "componentId",
      "version",
      "name",
      "type",
      "folderName",
      "modifiedBy",
      "deleted",
      "currentVersion",
    ],
    bulkLimit: 100,
    rows: () => revisionRows(state),
    get: (id) => findRevision(state, id)?.row,
  };
}

/** `Component`: the XML of a component revision. The platform gives it as XML only. */
export function componentXmls(state: PlatformState): PlatformObject {
  return {
    filters: [],
    bulkLimit: 5,
    get: (id) => {
      const revision = findRevision(state, id);
      return revision && { ...revision.row, xml: revision.xml };
    },
    toXml: componentXml,
  };
}

/** `DeployedPackage`: where packaged versions are deployed. */
export function deployedPackages(state: PlatformState): PlatformObject {
  return {
    filters: [
      "packageId",
      "packageVersion",
      "componentId",
      "environmentId",
      "active",
      "deployedBy",
      "deploymentId",
    ],
    bulkLimit: 100,
    *rows() {
      for (const { component, version } of packagedVersions(state)) {
        for (const [at, deployment] of (version.deployments ?? []).entries()) {
          yield {
            deploymentId: `deployment-${version.packageId}-${at}`,
            version: at + 1,
            environmentId: environmentId(deployment.environment),
            packageId: version.packageId,
            packageVersion: version.packageVersion,
            componentId: component.componentId,
            componentVersion: version.componentVersion,
            componentType: component.type,
            deployedDate: deployment.deployedDate,
            deployedBy: deployment.deployedBy,
            notes: deployment.notes,
            active: deployment.active,
            branchName: version.branchName,
          };
        }
      }
    },
  };
}
