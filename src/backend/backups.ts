import type { IntegrationPack } from "../model/pack/pack.ts";

/** Why a backup was made: once a day, or before an import or a restore. */
export type BackupReason = "daily" | "beforeImport" | "beforeRestore";

/** One backup of the store. */
export interface StoreBackup {
  /** The path of the backup. */
  readonly file: string;
  readonly takenAt: Date;
  readonly reason: BackupReason;
  /** The size in bytes. */
  readonly size: number;
  /** The number of packs. Left out when the backup cannot be read. */
  readonly packCount?: number;
}

/** The result of a restore. */
export interface RestoredStore {
  readonly packCount: number;
  /** The names of the packs whose scheduled release was marked missed. */
  readonly packsMarkedMissed: readonly string[];
  /** The path of the replaced store's copy, intact or damaged. Left out when the store was empty. */
  readonly replaced?: string;
}

/** Makes backups of the open store. */
export interface BackupFacet {
  /**
   * Makes the backup of the day, unless there is one or nothing changed since the latest backup. Resolves to its path, or
   * to nothing. Other programs can write at the same time.
   *
   * @throws `StoreUnavailable` when the backup failed; the store and the other backups stay as they are
   */
  makeDaily(): Promise<string | undefined>;
}

/** Lists and restores the backups of a store. The store may be closed or damaged. */
export interface StoreBackups {
  /** The path of the store. */
  readonly store: string;
  /** All backups, newest first. */
  list(): Promise<StoreBackup[]>;
  /** The packs in a backup. @throws as `restore` */
  packsOf(backup: string): Promise<IntegrationPack[]>;
  /**
   * Replaces the whole content of the store by the backup's, or nothing. The old content becomes a backup.
   *
   * @throws `NotFound`; `InvalidRequest` when the file is damaged, is not a backup, or has a newer format;
   * `StoreUnavailable`
   */
  restore(backup: string): Promise<RestoredStore>;
}
