import { t } from "@vscode/l10n";
import { closeSync, existsSync, mkdirSync, openSync, readSync, statSync, type BigIntStats } from "node:fs";
import { dirname } from "node:path";
import { storeErrors } from "./storeErrors.ts";
import type { StoreFormat } from "./storeFormat.ts";

// The first bytes of a database, https://www.sqlite.org/fileformat.html
const magic = Buffer.from("SQLite format 3\0", "latin1");
const headerLength = 112;
const leafPage = 0x0d;

/** Where a store is. */
export interface StoreLocation {
  readonly file: string;
  /** Whether a missing folder may be made. */
  readonly createFolder?: boolean;
}

/**
 * Looks at the file before SQLite does, and only reads: what is no store of this extension is never touched.
 *
 * @throws `StoreUnavailable` when a store can neither be opened nor made there.
 */
export function checkStoreFile({ file, createFolder = false }: StoreLocation, format: StoreFormat): void {
  const folder = dirname(file);
  if (createFolder) mkdirSync(folder, { recursive: true });
  if (!existsSync(folder)) throw storeErrors.storeFolderMissing(folder);
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats) return;
  if (!stats.isFile()) throw storeErrors.storeFailed(file, t("it is not a file"));
  if (stats.size > 0) checkHeader(file, stats.size, format);
  // SQLite would open what it may not write for reading, without a word.
  closeSync(openSync(file, "r+"));
}

function checkHeader(file: string, size: number, { applicationId, migrations }: StoreFormat): void {
  const header = readHeader(file);
  if (header.length < headerLength || !header.subarray(0, magic.length).equals(magic)) {
    throw storeErrors.storeDamaged(file);
  }
  if (header.readInt32BE(68) !== applicationId && !isUnused(header, file))
    throw storeErrors.storeDamaged(file);
  const version = header.readInt32BE(60);
  if (version > migrations.length) throw storeErrors.storeNewerFormat(file, version);
  if (isCutShort(header, file, size)) throw storeErrors.storeDamaged(file);
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

/** Whether the file is a database that carries another program's mark: nothing of ours was ever in it. */
export function isOfAnotherProgram(file: string, { applicationId }: StoreFormat): boolean {
  const header = readHeader(file);
  const isDatabase = header.length === headerLength && header.subarray(0, magic.length).equals(magic);
  return isDatabase && header.readInt32BE(68) !== applicationId;
}

/** Whether it is a database that nobody has put anything into: no owner, no version, no table. */
function isUnused(header: Buffer, file: string): boolean {
  const tables = header.readUInt16BE(103);
  const unclaimed = header.readInt32BE(68) === 0 && header.readInt32BE(60) === 0;
  return unclaimed && header.readUInt8(100) === leafPage && tables === 0 && !hasWriteAheadLog(file);
}

/** Whether pages are missing at the end. Says nothing while the file's own page count may be behind. */
function isCutShort(header: Buffer, file: string, size: number): boolean {
  const countIsValid = header.readUInt32BE(24) === header.readUInt32BE(92);
  const pageSize = header.readUInt16BE(16);
  const bytes = header.readUInt32BE(28) * (pageSize === 1 ? 65_536 : pageSize);
  return countIsValid && size < bytes && !hasWriteAheadLog(file);
}

function hasWriteAheadLog(file: string): boolean {
  return (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/** Tells a file from another one that took its place; nothing where there is none. */
export function fileIdentity(file: string): string | undefined {
  const stats: BigIntStats | undefined = statSync(file, { bigint: true, throwIfNoEntry: false });
  return stats && `${stats.dev}:${stats.ino}`;
}
