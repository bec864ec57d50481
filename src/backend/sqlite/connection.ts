import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { integer, type Row } from "./rows.ts";

/** How long a statement waits for another program's lock, in ms. It blocks the extension host while it waits. */
const busyTimeout = 100;

/** What a connection may do with its file: `create` it if it is missing, `write` to an existing one, or only `read` it. */
export type FileAccess = "create" | "write" | "read";

/** A connection to a database file. Prepares each statement once. */
export class Connection {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  /** `timeout`: how long a statement waits for another program's lock, in ms. */
  constructor(file: string, access: FileAccess = "create", timeout = busyTimeout) {
    this.#database = new DatabaseSync(access === "create" ? file : fileUri(file, access), {
      enableForeignKeyConstraints: true,
      timeout,
      readOnly: access === "read",
    });
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

  /** Whether the query finds a row. */
  exists(sql: string, ...parameters: SQLInputValue[]): boolean {
    return this.get(sql, ...parameters) !== undefined;
  }

  run(sql: string, ...parameters: SQLInputValue[]): void {
    this.#prepare(sql).run(...parameters);
  }

  /** Inserts one row and returns its rowid. The names of table and columns come from code, never from outside. */
  insert(table: string, row: Readonly<Record<string, SQLInputValue>>): number {
    const columns = Object.keys(row);
    const sql = `INSERT INTO ${table} (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`;
    return Number(this.#prepare(sql).run(...Object.values(row)).lastInsertRowid);
  }

  /** Runs SQL that is needed once, such as a migration, without preparing it. */
  execute(sql: string): void {
    this.#database.exec(sql);
  }

  /** The value of a numeric pragma. */
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

/**
 * The URI of a file that must exist, https://www.sqlite.org/uri.html. The whole path is encoded, separators included, so that
 * SQLite decodes exactly this path: it would read the server of a UNC path as an authority, which it rejects.
 */
export function fileUri(file: string, access: "write" | "read"): string {
  return `file:${encodeURIComponent(file.toWellFormed())}?mode=${access === "write" ? "rw" : "ro"}`;
}
