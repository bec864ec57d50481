import type { ComponentType } from "./pack.ts";

/** One immutable packaged version of a component. Dates are ISO instants in UTC. */
export interface PackagedVersion {
  readonly packageId: string;
  readonly componentId: string;
  readonly componentName: string;
  readonly componentType: ComponentType;
  /** Free text such as `1.0` or `hotfix-7`: compared as an exact string, never ordered. */
  readonly packageVersion: string;
  /** The build revision of the component. */
  readonly componentVersion: number;
  readonly createdDate: string;
  readonly createdBy: string;
  readonly notes: string;
  readonly shareable: boolean;
  readonly deleted: boolean;
  readonly branchName: string;
  readonly folder: string;
}

/** A version to be packaged. */
export interface NewPackagedVersion {
  /** The component that it is a version of, or the new one that it is the first version of. */
  readonly component:
    | { readonly componentId: string }
    | { readonly name: string; readonly type: ComponentType; readonly folder: string };
  /** Never used before for the component, not even by a version that was deleted. */
  readonly packageVersion: string;
  readonly notes: string;
  readonly shareable: boolean;
  /** The XML of the component; `""` for none. */
  readonly xml: string;
}

/** A component inside a packaged version. The packaged component itself is one of them: the primary one. */
export interface IncludedComponent {
  readonly componentId: string;
  readonly name: string;
  /** The platform's component type, such as `transform.map`. */
  readonly type: string;
  readonly version: number;
  readonly folder: string;
  readonly modifiedBy: string;
  readonly modifiedDate: string;
}

/** A deployment of a packaged version to an environment. */
export interface Deployment {
  readonly environment: string;
  readonly deployedDate: string;
  readonly deployedBy: string;
  readonly notes: string;
  readonly active: boolean;
}

/** A pack that carries a packaged version, and as what. */
export interface CarryingPack {
  readonly packId: string;
  readonly name: string;
  readonly released: boolean;
  readonly pending: boolean;
}

/** Rule 2: only shareable, not deleted packaged components may be added to a pack or chosen for a release. */
export function canBeChosen(version: Pick<PackagedVersion, "shareable" | "deleted">): boolean {
  return version.shareable && !version.deleted;
}

type Aged = Pick<PackagedVersion, "createdDate" | "componentVersion">;

/** Sorts versions newest first: by creation date, and by build revision where two were made at once. */
export function newestFirst(one: Aged, other: Aged): number {
  return (
    Date.parse(other.createdDate) - Date.parse(one.createdDate) ||
    other.componentVersion - one.componentVersion
  );
}

/** Finds a packaged version of a component by its exact version text, or as much of it as is needed. */
export type FindVersion<Version = PackagedVersion> = (
  componentId: string,
  packageVersion: string,
) => Version | undefined;

/** What decides whether a version may be released. */
export type Availability = Pick<PackagedVersion, "shareable" | "deleted">;
