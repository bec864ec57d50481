import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { randomUUID } from "node:crypto";
import { dirname, join } from "node:path";
import type { BackupReason } from "../../backups.ts";

const reasonNames: Readonly<Record<BackupReason, string>> = {
  daily: "daily",
  beforeImport: "before-import",
  beforeRestore: "before-restore",
};
const reasons = Object.keys(reasonNames) as readonly BackupReason[];

const backupName =
  /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-(daily|before-import|before-restore)(?:-(\d+))?\.db$/;
const partialName = /^[0-9a-f-]{36}\.partial(-journal|-wal|-shm)?$/;

/** How many backups are kept: those of days, and those of what an import or a restore replaced. */
const keptDaily = 7;
const keptReplaced = 5;

/** After so many ms nobody works on a file any more that was not finished. */
const abandonedAfter = 24 * 3_600_000;

/** A backup by its name; nothing in it has been read. */
export interface BackupFile {
  readonly file: string;
  readonly takenAt: Date;
  readonly reason: BackupReason;
}

/** The folder of a store's backups, beside the store; it is made with the first one. */
export function backupFolder(store: string): string {
  return `${store}.backups`;
}

/** The backups of a store, newest first; none where there is no folder. */
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

/** A file of its own in the folder, for a backup until it is whole. */
export function newPartialFile(store: string): string {
  const folder = backupFolder(store);
  mkdirSync(folder, { recursive: true });
  return join(folder, `${randomUUID()}.partial`);
}

/**
 * Makes a whole copy a backup, never over an earlier one; resolves to its path. Call it while no other program can: with
 * the write lock of the store.
 */
export function keepAsBackup(partial: string, store: string, reason: BackupReason, now: Date): string {
  const file = freeName(backupFolder(store), `${timestamp(now)}-${reasonNames[reason]}`);
  renameSync(partial, file);
  syncFolder(dirname(file));
  return file;
}

/** A name in the folder that no file has: `<stem>.db`, or with a number. */
export function freeName(folder: string, stem: string): string {
  const names = new Set(namesIn(folder));
  let name = `${stem}.db`;
  for (let copy = 2; names.has(name); copy += 1) name = `${stem}-${copy}.db`;
  return join(folder, name);
}

/** The instant in a name: sorts by time, and every file system takes it. */
export function timestamp(instant: Date): string {
  return instant.toISOString().replace(/[-:]|\.\d+/g, "");
}

/** Deletes backups beyond the number that is kept, never `newest`, and what was left unfinished long ago. */
export function pruneBackups(store: string, newest: string): void {
  const files = backupFiles(store);
  const surplus = [
    ...files.filter(({ reason }) => reason === "daily").slice(keptDaily),
    ...files.filter(({ reason }) => reason !== "daily").slice(keptReplaced),
  ].map(({ file }) => file);
  for (const file of [...surplus, ...abandonedFiles(backupFolder(store))]) {
    if (file === newest) continue;
    try {
      rmSync(file, { force: true });
    } catch {
      // It is open elsewhere, or may not be deleted: the next backup tries again.
    }
  }
}

/** Makes sure that names in a folder outlive a power failure. Windows keeps them by itself, and opens no folders. */
export function syncFolder(folder: string): void {
  if (process.platform !== "win32") syncPath(folder, "r");
}

/** Makes sure that the content of a file outlives a power failure. */
export function syncFile(file: string): void {
  syncPath(file, "r+");
}

function syncPath(path: string, flags: string): void {
  const descriptor = openSync(path, flags);
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
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
