import type { IntegrationPack } from "../model/pack/pack.ts";

/** What a backup of the store was made before, or that it is the one of its day. */
export type BackupReason = "daily" | "beforeImport" | "beforeRestore";

/** One backup of the store. */
export interface StoreBackup {
  /** Its path. */
  readonly file: string;
  readonly takenAt: Date;
  readonly reason: BackupReason;
  /** Its size in bytes. */
  readonly size: number;
  /** How many packs are in it; nothing when it cannot be read. */
  readonly packCount?: number;
}

/** What came of a restore. */
export interface RestoredStore {
  readonly packCount: number;
  /** The names of the packs whose scheduled release is kept, but marked missed. */
  readonly packsMarkedMissed: readonly string[];
  /** Where the store that was replaced is kept, sound or damaged; nothing when it was empty. */
  readonly replaced?: string;
}

/** Backups of the whole store, for as long as it is open. */
export interface BackupFacet {
  /**
   * Makes the backup of the day where there is none and something changed since the latest one; resolves to its path, or to
   * nothing when none was needed. Never waits for a program that writes, and keeps none from it.
   *
   * @throws `StoreUnavailable` when it could not be made; what was there before is as it was
   */
  makeDaily(): Promise<string | undefined>;
}

/** The backups of a store that need not be open, and may be damaged. */
export interface StoreBackups {
  /** The path of the store. */
  readonly store: string;
  /** Newest first. */
  list(): Promise<StoreBackup[]>;
  /** The packs in a backup. @throws as `restore` */
  packsOf(backup: string): Promise<IntegrationPack[]>;
  /**
   * Replaces everything in the store by the backup, wholly or not at all. What is replaced is kept beside it.
   *
   * @throws `NotFound`; `InvalidRequest` when the backup is damaged, none, or of a newer format; `StoreUnavailable`
   */
  restore(backup: string): Promise<RestoredStore>;
}
