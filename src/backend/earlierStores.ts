/** The workspace to whose storage a file belongs, as the file records it. */
export interface StoreOwner {
  /** The path of the first workspace folder. */
  readonly workspaceFolder: string;
  /** Identifies the repository of that folder without naming it; `""` when it has none. */
  readonly repository: string;
}

/** The content of a store or of records, as far as a person needs it to recognize them. */
export interface ContentSummary {
  readonly packCount: number;
  /** The names of the packs with a scheduled release that runs only where this content is open. */
  readonly scheduled: readonly string[];
}

/**
 * How another workspace is related to this one, most likely first. It has the same folder; its folder is gone, and had the
 * repository or the name of this one; its folder is gone; or its folder is there, with the same repository or name.
 */
export const storeRelations = [
  "sameFolder",
  "movedFolder",
  "missingFolder",
  "sameRepository",
  "sameName",
] as const;
export type StoreRelation = (typeof storeRelations)[number];

/** A store, or records of a platform, in the storage of another workspace. */
export interface EarlierStore extends ContentSummary {
  readonly file: string;
  readonly owner: StoreOwner;
  readonly relation: StoreRelation;
  readonly changedAt: Date;
}

/** Stores of other workspaces that can take the place of the present one, which is empty. */
export interface EarlierStores {
  /** The path of the present store. */
  readonly store: string;
  /** Whether the present store has no content. A store that cannot be read has some. */
  isEmpty(): boolean;
  /** All that have content and are related to this workspace, the most likely first, then the latest. */
  list(): EarlierStore[];
  /**
   * Moves the file to the place of the present store, with its backups.
   *
   * @throws `InvalidRequest` when the present store is not empty; `StoreUnavailable` when one of the files is in use,
   * damaged or not writable. Both files are as they were then
   */
  use(earlier: EarlierStore): Promise<void>;
}
