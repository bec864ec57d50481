import type { Component } from "../../model/pack/component.ts";
import type { NewPackagedVersion } from "../../model/pack/packagedVersion.ts";

/** Creates, deletes and restores packaged versions of components. */
export interface PackagingFacet {
  /**
   * Whether components are packaged as they are in the platform's build: no new component and no XML is packaged, but a
   * branch can be chosen.
   */
  readonly packagesBuild?: boolean;
  /** All components, sorted by name. */
  listComponents(): Promise<Component[]>;
  /** Packages a version of an existing or new component. Resolves to its package id. @throws `NotFound`, `InvalidRequest` */
  createVersion(version: NewPackagedVersion): Promise<string>;
  /**
   * Deletes a version.
   *
   * @throws `NotFound`; `InvalidRequest` when a pack has it released, pending or scheduled, or it is deleted
   */
  deleteVersion(packageId: string): Promise<void>;
  /** Restores a deleted version. @throws `NotFound`; `InvalidRequest` when it is not deleted */
  restoreVersion(packageId: string): Promise<void>;
}
