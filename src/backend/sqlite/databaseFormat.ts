import type { ContentSummary } from "../earlierStores.ts";
import type { Connection } from "./connection.ts";
import type { DatabaseErrors } from "./databaseErrors.ts";

/** The version of a file whose content was moved away: newer than that of any format, so that earlier programs refuse it. */
export const movedVersion = 1_000_000;

/** The format of a database file: the id in its header, and the steps that create its tables. */
export interface DatabaseFormat {
  /** Identifies the file as one of this extension's. */
  readonly applicationId: number;
  /** SQL, one step for each release of the extension that needed it, in that order. Add a step; never edit one. */
  readonly migrations: readonly string[];
  readonly errors: DatabaseErrors;
  /** Summarizes the content of a file; nothing when it has none. */
  readonly summarize: (connection: Connection) => ContentSummary | undefined;
  /** Brings what was derived by other rules up to date. Runs after the migrations, each time a program opens the file. */
  readonly update?: (connection: Connection) => void;
}
