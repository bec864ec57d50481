import type { AddableComponent, NewPack, PackEdit } from "../../model/pack/packEdit.ts";

/** Creates, changes and deletes packs (rules 1 to 3). */
export interface PackEditingFacet {
  /** Resolves to the id of the new pack. @throws `InvalidRequest` */
  createPack(pack: NewPack): Promise<string>;
  /** Changes the pack's properties. @throws `NotFound`, `InvalidRequest` */
  editPack(packId: string, edit: PackEdit): Promise<void>;
  /** Deletes the pack with its releases and its scheduled release, and uninstalls it everywhere. @throws `NotFound` */
  deletePack(packId: string): Promise<void>;
  /** The components that can be added to the pack, sorted by name. @throws `NotFound` */
  listAddableComponents(packId: string): Promise<AddableComponent[]>;
  /**
   * Adds all the components or none, each with its most recent shareable version (rule 2).
   *
   * @throws `NotFound`, `InvalidRequest`
   */
  addComponents(packId: string, componentIds: readonly string[]): Promise<void>;
  /** Marks a released component Deleted, and takes any other out at once (rule 3). @throws `NotFound` */
  removeComponent(packId: string, componentId: string): Promise<void>;
  /** Takes the Deleted mark from the component. @throws `NotFound`; `InvalidRequest` when it has no mark */
  undeleteComponent(packId: string, componentId: string): Promise<void>;
  /**
   * Remembers which components of a pack with the `doubt` `leaving` leave it with the next release: a person says so who
   * looked at it. Left out where the backend always knows.
   *
   * @throws `NotFound`
   */
  confirmLeaving?(packId: string, componentIds: readonly string[]): Promise<void>;
  /**
   * Sets the component's pending version; `""` clears it. Left out where there is none to set.
   *
   * @throws `NotFound`, `InvalidRequest`
   */
  setPendingVersion?(packId: string, componentId: string, packageVersion: string): Promise<void>;
}
