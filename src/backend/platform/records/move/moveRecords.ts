import { Connection } from "../../../sqlite/connection.ts";
import { Database, type DatabaseOptions } from "../../../sqlite/database.ts";
import { inTransaction } from "../../../sqlite/inTransaction.ts";
import { readProperty, writeProperty } from "../../../sqlite/properties.ts";
import { toDatabaseError } from "../../../sqlite/toDatabaseError.ts";
import type { RecordsServer } from "../postgres/server/recordsServer.ts";
import { recordsErrors } from "../sqlite/recordsErrors.ts";
import { recordsFormat } from "../sqlite/recordsFormat.ts";
import { activate, stage } from "./activate.ts";
import { claimedPacks, readContent, type FileContent } from "./fileContent.ts";
import { markMoved, movedTo } from "./movedFile.ts";
import { moveErrors } from "./moveErrors.ts";

/** What a move brought to the team. */
export interface MovedRecords {
  readonly releaseCount: number;
  readonly scheduleCount: number;
  /** The names of the packs that the team had scheduled already: a person must decide. */
  readonly conflicts: readonly string[];
}

/**
 * Moves the records of a file to a server: stores them there as inactive, marks the file as moved, and activates them. A move
 * that was interrupted is completed by another one; one that is complete does nothing.
 *
 * @throws `Conflict` while something is under way in the file, or when it was moved elsewhere; `StoreUnavailable`
 */
export async function moveRecords(
  options: DatabaseOptions,
  server: RecordsServer,
  now: () => Date = () => new Date(),
): Promise<MovedRecords> {
  const { file } = options;
  await updateFormat(options);
  const connection = openFile(file);
  try {
    const moveId = inFile(file, () => inTransaction(connection, "IMMEDIATE", () => moveIdOf(connection)));
    const content = await stageAndMark(connection, file, moveId, server, now);
    const conflicts = await server.run((query) => activate(query, moveId, server.format));
    return { releaseCount: countReleased(content), scheduleCount: content.schedules.length, conflicts };
  } finally {
    connection.close();
  }
}

/** Brings the file to the present format, unless it was moved. @throws `StoreUnavailable` */
async function updateFormat(options: DatabaseOptions): Promise<void> {
  const connection = openFile(options.file);
  const isMoved = inFile(options.file, () => movedTo(connection)) !== undefined;
  connection.close();
  if (!isMoved) (await Database.open(options, recordsFormat)).dispose();
}

/** Stores the content on the server until the file is marked while it has just that content. */
async function stageAndMark(
  connection: Connection,
  file: string,
  moveId: string,
  server: RecordsServer,
  now: () => Date,
): Promise<FileContent> {
  for (;;) {
    const content = inFile(file, () =>
      inTransaction(connection, "DEFERRED", () => readContent(connection, moveId)),
    );
    await server.run((query) => stage(query, moveId, server.access.address.user, content));
    const isMarked = inFile(file, () =>
      inTransaction(connection, "IMMEDIATE", () => mark(connection, moveId, content, server.where, now())),
    );
    if (isMarked) return content;
  }
}

/** Marks the file as moved, unless its content changed since. @throws `Conflict` */
function mark(
  connection: Connection,
  moveId: string,
  content: FileContent,
  where: string,
  now: Date,
): boolean {
  const earlier = movedTo(connection);
  if (earlier !== undefined) {
    if (earlier !== where) throw moveErrors.movedElsewhere(earlier);
    return true;
  }
  if (claimedPacks(connection, now).length > 0) throw moveErrors.underWay();
  if (JSON.stringify(readContent(connection, moveId)) !== JSON.stringify(content)) return false;
  markMoved(connection, where);
  return true;
}

/** Identifies the move of this file, in each attempt. */
function moveIdOf(connection: Connection): string {
  const known = readProperty(connection, "moveId");
  if (known !== undefined) return known;
  const moveId = crypto.randomUUID();
  writeProperty(connection, "moveId", moveId);
  return moveId;
}

function countReleased({ attempts }: FileContent): number {
  return attempts.filter((row) => row["state"] === "released").length;
}

function openFile(file: string): Connection {
  return inFile(file, () => new Connection(file, "write", 5_000));
}

function inFile<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw toDatabaseError(error, file, recordsErrors);
  }
}
