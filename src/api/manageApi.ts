/**
 * Changes packs, what is in them, and who they are shared with. Nobody is asked. What the backend in use cannot do rejects
 * with `Unsupported`.
 */
export interface ManageApi {
  /** Creates a pack; resolves to its `packId`. Rejects with `InvalidRequest`. */
  createPack(pack: ApiNewPack): Promise<string>;
  /** Changes what the edit names; the rest stays. Rejects with `NotFound`, `InvalidRequest`. */
  editPack(packId: string, edit: ApiPackEdit): Promise<void>;
  /** Deletes a pack with its releases and its scheduled release, and uninstalls it everywhere. Rejects with `NotFound`. */
  deletePack(packId: string): Promise<void>;
  /**
   * Adds all of the components or none, each with its most recent shareable version. Rejects with `NotFound`,
   * `InvalidRequest`.
   */
  addComponents(packId: string, componentIds: readonly string[]): Promise<void>;
  /**
   * Marks a released component `deleted`: it leaves with the next release. Takes one that was never released out at once.
   * Rejects with `NotFound`.
   */
  removeComponent(packId: string, componentId: string): Promise<void>;
  /** Takes the mark `deleted` off a component. Rejects with `NotFound`, `InvalidRequest`. */
  undeleteComponent(packId: string, componentId: string): Promise<void>;
  /** Chooses the version that the wizard preselects; `""` takes the choice back. Rejects with `NotFound`, `InvalidRequest`. */
  setPendingVersion(packId: string, componentId: string, version: string): Promise<void>;
  /** Shares a released pack with an account group. Rejects with `NotFound`, `InvalidRequest`. */
  addToAccountGroup(packId: string, groupId: string): Promise<void>;
  /** Ends the sharing; where the pack is installed, it stays. Rejects with `NotFound`. */
  removeFromAccountGroup(packId: string, groupId: string): Promise<void>;
  /** Gives one account the scheduled versions before their date. Rejects with `NotFound`, `InvalidRequest`. */
  applyPendingUpdate(packId: string, accountId: string): Promise<void>;
  /**
   * Replaces everything in the local store by a snapshot file, wholly or not at all. What was there is stored in a backup
   * beside the store. Rejects with `InvalidRequest`, which names the path in the file.
   */
  importSnapshot(uri: ApiUri): Promise<void>;
  /** Writes the local store into a snapshot file, over what the file contains. Rejects with `InvalidRequest`. */
  exportSnapshot(uri: ApiUri): Promise<void>;
  /** Replaces everything in the local store by the sample packs, as `importSnapshot` does. */
  loadSampleData(): Promise<void>;
}

/** What a new pack consists of. */
export interface ApiNewPack {
  /** Required and unique in the account. */
  readonly name: string;
  /** `SINGLE`: Single Attachment, `MULTI`: Multiple Attachments. It never changes. */
  readonly installationType: "SINGLE" | "MULTI";
  /** At most 500 characters; `""` when left out. */
  readonly description?: string;
  /** `packaged` when left out. */
  readonly deploymentModel?: "packaged" | "legacy";
}

/** What is to be changed of a pack; what is left out stays. A `MULTI` pack cannot be renamed. */
export interface ApiPackEdit {
  readonly name?: string;
  /** At most 500 characters. */
  readonly description?: string;
}

/** A `vscode.Uri`. */
export interface ApiUri {
  readonly scheme: string;
  readonly authority: string;
  readonly path: string;
  readonly query: string;
  readonly fragment: string;
}
