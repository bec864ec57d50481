import type { Connection } from "../../../sqlite/connection.ts";

/** The tables of a records file, and the account whose rows count. */
export interface AccountTables {
  readonly connection: Connection;
  /** Identifies the account. */
  readonly account: string;
}

/** The tables in a transaction. */
export interface TimedTables extends AccountTables {
  /** The instant of the transaction, by which claims expire. */
  readonly now: Date;
}
