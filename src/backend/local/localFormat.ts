import type { DatabaseFormat } from "../sqlite/databaseFormat.ts";
import { localTables } from "./localTables.ts";
import { updateWindows } from "./releases/updateWindows.ts";

/** The format of the local store. */
export const localFormat: DatabaseFormat = {
  ...localTables,
  update: (connection) => updateWindows(connection, process.versions.tz),
};
