import { DatabaseSync } from "node:sqlite";

/** Copies a database that no program has open into one file without a log, and returns the number of its format. */
export function copyDatabase(file: string, copy: string): number {
  const database = new DatabaseSync(file);
  try {
    database.prepare("VACUUM INTO ?").run(copy);
    return Number(database.prepare("PRAGMA user_version").get()?.user_version);
  } finally {
    database.close();
  }
}
