import { mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { BackupReason } from "../../backups.ts";
import { renameFile } from "../../sqlite/renameFile.ts";
import { syncFolder } from "./syncFile.ts";

const reasonNames: Readonly<Record<BackupReason, string>> = {
  daily: "daily",
  beforeImport: "before-import",
  beforeRestore: "before-restore",
};
const reasons = Object.keys(reasonNames) as readonly BackupReason[];

const backupName =
  /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-(daily|before-import|before-restore)(?:-(\d+))?\.db$/;
const partialName = /^[0-9a-f-]{36}\.partial(-journal|-wal|-shm)?$/;

/** The number of daily backups that stay. */
const maximumDaily = 7;

/** The number of backups that stay of those made before an import or a restore. */
const maximumOthers = 5;

/** The age of an unfinished file, in ms, after which no program works on it. */
const abandonedAfter = 24 * 3_600_000;

/** A backup as its file name describes it. */
export interface BackupFile {
  readonly file: string;
  readonly takenAt: Date;
  readonly reason: BackupReason;
}

/** The folder of a store's backups, beside the store. The first backup creates it. */
export function backupFolder(store: string): string {
  return `${store}.backups`;
}

/** The backups of a store, newest first. */
export function backupFiles(store: string): BackupFile[] {
  const folder = backupFolder(store);
  const found = namesIn(folder).flatMap((name) => {
    const match = backupName.exec(name);
    if (!match) return [];
    const [, year, month, day, hour, minute, second, word, copy = "1"] = match;
    const reason = reasons.find((each) => reasonNames[each] === word);
    const takenAt = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
    return reason ? [{ file: join(folder, name), takenAt, reason, copy: Number(copy) }] : [];
  });
  return found.sort((one, other) => other.takenAt.getTime() - one.takenAt.getTime() || other.copy - one.copy);
}

/** A new path in the backup folder, for a file that is not complete yet. */
export function newPartialFile(store: string): string {
  const folder = backupFolder(store);
  mkdirSync(folder, { recursive: true });
  return join(folder, `${crypto.randomUUID()}.partial`);
}

/**
 * Renames a complete copy to a backup, never over an earlier one. Returns its path. Call it with the store's write lock, so
 * that only one program does so at a time.
 */
export function addBackup(partial: string, store: string, reason: BackupReason, now: Date): string {
  const file = freeName(backupFolder(store), `${timestamp(now)}-${reasonNames[reason]}`);
  renameFile(partial, file);
  syncFolder(dirname(file));
  return file;
}

/** An unused path in the folder: `<stem>.db`, or with a number. */
export function freeName(folder: string, stem: string): string {
  const names = new Set(namesIn(folder));
  let name = `${stem}.db`;
  for (let copy = 2; names.has(name); copy += 1) name = `${stem}-${copy}.db`;
  return join(folder, name);
}

/** Formats an instant for a file name: sorts by time, and is valid in every file system. */
export function timestamp(instant: Date): string {
  return instant.toISOString().replace(/[-:]|\.\d+/g, "");
}

/** Deletes the oldest backups beyond the maximum number, never `newest`, and abandoned unfinished files. */
export function pruneBackups(store: string, newest: string): void {
  const files = backupFiles(store);
  const surplus = [
    ...files.filter(({ reason }) => reason === "daily").slice(maximumDaily),
    ...files.filter(({ reason }) => reason !== "daily").slice(maximumOthers),
  ].map(({ file }) => file);
  for (const file of [...surplus, ...abandonedFiles(backupFolder(store))]) {
    if (file === newest) continue;
    try {
      rmSync(file);
    } catch {
      // It is open elsewhere, must not be deleted, or another program has deleted it. The next backup tries again.
    }
  }
}

function abandonedFiles(folder: string): string[] {
  return namesIn(folder)
    .filter((name) => partialName.test(name))
    .map((name) => join(folder, name))
    .filter((file) => {
      const modified = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
      return modified !== undefined && Date.now() - modified > abandonedAfter;
    });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}
