import { setTimeout as delay } from "node:timers/promises";
import { DatabaseSync } from "node:sqlite";

/** How often a process that waits for a lock tries again, in ms. */
const retryMs = 200;

/** SQLite's code for a database that another process has locked. */
const sqliteBusy = 5;

/**
 * Runs `work` while no other process runs with the same lock file. `onWait` is called once if another process does. The
 * system releases the lock of a process that dies, so nobody waits for one. The file stays; it is empty.
 */
export async function withLock<Value>(
  file: string,
  onWait: () => void,
  work: () => Promise<Value>,
): Promise<Value> {
  // Node has no file locks of its own; SQLite has them on every system.
  const lock = new DatabaseSync(file);
  try {
    for (let waits = false; !tryLock(lock); waits = true) {
      if (!waits) onWait();
      await delay(retryMs);
    }
    return await work();
  } finally {
    lock.close();
  }
}

function tryLock(lock: DatabaseSync): boolean {
  try {
    lock.exec("BEGIN EXCLUSIVE");
    return true;
  } catch (error) {
    if (error instanceof Error && "errcode" in error && error.errcode === sqliteBusy) return false;
    throw error;
  }
}
