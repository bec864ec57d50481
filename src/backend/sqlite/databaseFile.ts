import * as l10n from "@vscode/l10n";
import { closeSync, existsSync, mkdirSync, openSync, readSync, statSync, type BigIntStats } from "node:fs";
import { dirname } from "node:path";
import { movedVersion, type DatabaseFormat } from "./databaseFormat.ts";

// The first bytes of a database, https://www.sqlite.org/fileformat.html
const magic = Buffer.from("SQLite format 3\0", "latin1");
const headerLength = 112;
const leafPage = 0x0d;

/** Where a database file is. */
export interface DatabaseLocation {
  readonly file: string;
  /** Whether to create a missing folder; `false` when left out. */
  readonly createFolder?: boolean;
}

/**
 * Checks the file before SQLite opens it, and only reads it: the file of another program is never touched.
 *
 * @throws `StoreUnavailable` when a database of the format can neither be opened nor created there.
 */
export function checkDatabaseFile(
  { file, createFolder = false }: DatabaseLocation,
  format: DatabaseFormat,
): void {
  const folder = dirname(file);
  if (createFolder) mkdirSync(folder, { recursive: true });
  if (!existsSync(folder)) throw format.errors.folderMissing(folder);
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats) return;
  if (!stats.isFile()) throw format.errors.failed(file, l10n.t("it is not a file"));
  if (stats.size > 0) checkHeader(file, stats.size, format);
  // Without permission to write, SQLite would silently open the file for reading.
  closeSync(openSync(file, "r+"));
}

function checkHeader(
  file: string,
  size: number,
  { applicationId, migrations, errors }: DatabaseFormat,
): void {
  const header = readHeader(file);
  if (header.length < headerLength || !header.subarray(0, magic.length).equals(magic)) {
    throw errors.damaged(file);
  }
  if (header.readInt32BE(68) !== applicationId && !isUnused(header, file)) throw errors.damaged(file);
  const version = header.readInt32BE(60);
  // Where a moved file was moved to, its content says.
  const isMoved = version === movedVersion && errors.moved !== undefined;
  if (version > migrations.length && !isMoved) throw errors.newerFormat(file, version);
  if (isCutShort(header, file, size)) throw errors.damaged(file);
}

function readHeader(file: string): Buffer {
  const descriptor = openSync(file, "r");
  try {
    const header = Buffer.alloc(headerLength);
    return header.subarray(0, readSync(descriptor, header, 0, headerLength, 0));
  } finally {
    closeSync(descriptor);
  }
}

/** Whether the file is a database with the application id of another format: it never contained data of this one. */
export function isOfAnotherProgram(file: string, { applicationId }: DatabaseFormat): boolean {
  const header = readHeader(file);
  const isDatabase = header.length === headerLength && header.subarray(0, magic.length).equals(magic);
  return isDatabase && header.readInt32BE(68) !== applicationId;
}

/** Whether the database is new: it has no application id, no version and no table. */
function isUnused(header: Buffer, file: string): boolean {
  const tables = header.readUInt16BE(103);
  const unclaimed = header.readInt32BE(68) === 0 && header.readInt32BE(60) === 0;
  return unclaimed && header.readUInt8(100) === leafPage && tables === 0 && !hasWriteAheadLog(file);
}

/** Whether pages are missing at the end. `false` while the page count in the header may be out of date. */
function isCutShort(header: Buffer, file: string, size: number): boolean {
  const countIsValid = header.readUInt32BE(24) === header.readUInt32BE(92);
  const pageSize = header.readUInt16BE(16);
  const bytes = header.readUInt32BE(28) * (pageSize === 1 ? 65_536 : pageSize);
  return countIsValid && size < bytes && !hasWriteAheadLog(file);
}

function hasWriteAheadLog(file: string): boolean {
  return (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/** A text that differs between a file and another one that replaced it; nothing where there is no file. */
export function fileIdentity(file: string): string | undefined {
  const stats: BigIntStats | undefined = statSync(file, { bigint: true, throwIfNoEntry: false });
  return stats && `${stats.dev}:${stats.ino}`;
}
