import { setTimeout as delay } from "node:timers/promises";
import { DatabaseSync } from "node:sqlite";
import { UserError } from "../userError.ts";

/** How often a process that waits for a lock tries again, in ms. */
const retryMs = 200;

/** SQLite's code for a database that another process has locked. */
const sqliteBusy = 5;

/**
 * Runs `work` while no other process runs with the same lock file. `onWait` is called once if another process does. The
 * system releases the lock of a process that dies, so nobody waits for one. The file stays; it is empty. @throws UserError
 * when the file cannot be locked
 */
export async function withLock<Value>(
  file: string,
  onWait: () => void,
  work: () => Promise<Value>,
): Promise<Value> {
  const lock = open(file);
  try {
    for (let waits = false; !tryLock(lock, file); waits = true) {
      if (!waits) onWait();
      await delay(retryMs);
    }
    return await work();
  } finally {
    lock.close();
  }
}

/** Node has no file locks of its own; SQLite has them on every system. */
function open(file: string): DatabaseSync {
  try {
    return new DatabaseSync(file);
  } catch (error) {
    throw unusable(file, error);
  }
}

function tryLock(lock: DatabaseSync, file: string): boolean {
  try {
    lock.exec("BEGIN EXCLUSIVE");
    return true;
  } catch (error) {
    if (error instanceof Error && "errcode" in error && error.errcode === sqliteBusy) return false;
    throw unusable(file, error);
  }
}

function unusable(file: string, cause: unknown): UserError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new UserError(`The lock file ${file} cannot be used (${reason}). Make it writable, or delete it.`, {
    cause,
  });
}
