import { rmSync } from "node:fs";

/** Deletes a database file and the files that SQLite puts beside it. No program may have it open. */
export function removeDatabase(file: string): void {
  for (const part of ["", "-journal", "-wal", "-shm"]) rmSync(`${file}${part}`, { force: true });
}
