import type { ComponentType } from "./pack.ts";

/** A packaged version without its component: what stores, snapshots and the API contain. Dates are ISO instants in UTC. */
export interface VersionProperties {
  readonly packageId: string;
  /** Free text such as `1.0` or `hotfix-7`: compared as an exact string, never ordered. */
  readonly packageVersion: string;
  /** The build revision of the component, a count. */
  readonly componentVersion: number;
  readonly createdDate: string;
  readonly createdBy: string;
  readonly notes: string;
  readonly shareable: boolean;
  readonly deleted: boolean;
  readonly branchName: string;
  readonly folder: string;
}

/** One immutable packaged version of a component. */
export interface PackagedVersion extends VersionProperties {
  readonly componentId: string;
  readonly componentName: string;
  readonly componentType: ComponentType;
}

/** A version to package. */
export interface NewPackagedVersion {
  /** The component to package, or a new one to create with it. */
  readonly component:
    | { readonly componentId: string }
    | { readonly name: string; readonly type: ComponentType; readonly folder: string };
  /** Not used by any version of the component, deleted ones included. */
  readonly packageVersion: string;
  readonly notes: string;
  readonly shareable: boolean;
  /** The XML of the component; `""` for none. */
  readonly xml: string;
  /** The branch it is packaged from, where the backend has branches to choose; left out for the main branch. */
  readonly branchName?: string;
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

/** A pack in which a packaged version is released, pending, or both. */
export interface CarryingPack {
  readonly packId: string;
  readonly name: string;
  readonly released: boolean;
  readonly pending: boolean;
}

/** The part of a version that decides whether it can be released. */
export type Availability = Pick<PackagedVersion, "shareable" | "deleted">;

/** Whether the version can be added to a pack or chosen for a release: shareable and not deleted (rule 2). */
export function canBeChosen(version: Availability): boolean {
  return version.shareable && !version.deleted;
}

/** The part of a version that its age is known by. */
export type DatedVersion = Pick<PackagedVersion, "createdDate" | "componentVersion">;

/** Compares versions for sorting, newest first: by creation date, then by build revision. */
export function newestFirst(one: DatedVersion, other: DatedVersion): number {
  return (
    Date.parse(other.createdDate) - Date.parse(one.createdDate) ||
    other.componentVersion - one.componentVersion
  );
}

/** Finds a component's packaged version by its exact text. `Version` is the part of it that the caller needs. */
export type FindVersion<Version = PackagedVersion> = (
  componentId: string,
  packageVersion: string,
) => Version | undefined;
