import type { PackList } from "../packList.ts";
import { Database, type DatabaseOptions } from "../sqlite/database.ts";
import { localTables } from "./localTables.ts";
import { listPackSummaries } from "./packs/packs.ts";
import { hasWindowsOf } from "./releases/hasWindowsOf.ts";

/** Opens the list of packs of a local store. It loads a fraction of the code of the whole backend. @throws `StoreUnavailable` */
export async function openLocalPackList(options: DatabaseOptions): Promise<PackList> {
  const database = await openCurrent(options);
  return {
    listPackSummaries: () => database.read(listPackSummaries),
    dispose: () => database.dispose(),
  };
}

/** The code that derives windows is loaded only where the rules of time zones have changed. */
async function openCurrent(options: DatabaseOptions): Promise<Database> {
  const database = await Database.open(options, localTables);
  try {
    if (await database.read((connection) => hasWindowsOf(connection, process.versions.tz))) return database;
  } catch (error) {
    database.dispose();
    throw error;
  }
  database.dispose();
  const { localFormat } = await import("./localFormat.ts");
  return Database.open(options, localFormat);
}
