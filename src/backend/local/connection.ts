import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { integer, type Row } from "./rows.ts";

/** How long one statement waits for another program's lock before it fails, in ms: the host is blocked meanwhile. */
const busyTimeout = 100;

/** One connection to the store file. Statements are prepared once and kept. */
export class Connection {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(file: string) {
    this.#database = new DatabaseSync(file, { enableForeignKeyConstraints: true, timeout: busyTimeout });
  }

  get inTransaction(): boolean {
    return this.#database.isTransaction;
  }

  all(sql: string, ...parameters: SQLInputValue[]): Row[] {
    return this.#prepare(sql).all(...parameters);
  }

  get(sql: string, ...parameters: SQLInputValue[]): Row | undefined {
    return this.#prepare(sql).get(...parameters);
  }

  run(sql: string, ...parameters: SQLInputValue[]): void {
    this.#prepare(sql).run(...parameters);
  }

  /** Runs statements that are needed once, such as a migration. */
  execute(sql: string): void {
    this.#database.exec(sql);
  }

  /** The value of a pragma that is a number. */
  pragma(name: "application_id" | "user_version" | "data_version"): number {
    return integer(this.get(`PRAGMA ${name}`) ?? {}, name);
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }

  #prepare(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#database.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}
