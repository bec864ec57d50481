import type { Connection } from "../../sqlite/connection.ts";

/** A transaction on the records of one account. */
export interface RecordsTransaction {
  readonly connection: Connection;
  /** Identifies the account. */
  readonly account: string;
  /** The instant of the transaction, by which claims expire and windows are judged. */
  readonly now: Date;
}
