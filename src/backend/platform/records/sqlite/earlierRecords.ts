import type { EarlierStores } from "../../../earlierStores.ts";
import { earlierDatabases, type EarlierDatabasesOptions } from "../../../sqlite/earlier/earlierDatabases.ts";
import { recordsFormat } from "./recordsFormat.ts";

/** The records of other workspaces. */
export function earlierRecords(options: EarlierDatabasesOptions): EarlierStores {
  return earlierDatabases(options, recordsFormat);
}
