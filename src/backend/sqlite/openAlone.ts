import { Connection } from "./connection.ts";
import type { DatabaseFormat } from "./databaseFormat.ts";
import { text } from "./rows.ts";
import { isLocked } from "./toDatabaseError.ts";

/**
 * Opens a file that no other program has open, in a transaction, and keeps others out until it is closed. Its write-ahead log
 * is gone then.
 */
export function openAlone(file: string, { errors }: DatabaseFormat): Connection {
  const connection = new Connection(file, "write");
  try {
    connection.execute("PRAGMA locking_mode = EXCLUSIVE");
    const mode = text(connection.get("PRAGMA journal_mode = DELETE") ?? {}, "journal_mode");
    if (mode !== "delete") throw errors.locked(file);
    connection.execute("BEGIN EXCLUSIVE");
    return connection;
  } catch (error) {
    connection.close();
    throw isLocked(error) ? errors.locked(file, error) : error;
  }
}
