import type { IncludedComponent, PackagedVersion } from "../../src/model/pack/packagedVersion.ts";

/** A packaged version as a backend lists it; the defaults make it one that can be chosen. */
export function packagedVersion(
  componentId: string,
  componentName: string,
  packageVersion: string,
  createdDate: string,
  differences: Partial<PackagedVersion> = {},
): PackagedVersion {
  return {
    packageId: `${componentId}-${packageVersion}`,
    componentId,
    componentName,
    componentType: "process",
    packageVersion,
    componentVersion: 1,
    createdDate,
    createdBy: "dev@example.com",
    notes: "",
    shareable: true,
    deleted: false,
    branchName: "main",
    folder: "Orders",
    ...differences,
  };
}

/** An included component as a backend lists it; its id is its name. */
export function includedComponent(
  name: string,
  differences: Partial<IncludedComponent> = {},
): IncludedComponent {
  return {
    componentId: name,
    name,
    type: "process",
    version: 1,
    folder: "Orders",
    modifiedBy: "dev@example.com",
    modifiedDate: "2026-01-09T09:00:00Z",
    ...differences,
  };
}
