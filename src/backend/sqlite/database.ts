import * as l10n from "@vscode/l10n";
import { statSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import type { DatabaseErrors } from "./databaseErrors.ts";
import type { StoreOwner } from "../earlierStores.ts";
import type { Disposable } from "../../base/disposable.ts";
import { ChangeWatch } from "./changeWatch.ts";
import { Connection } from "./connection.ts";
import { text } from "./rows.ts";
import { migrate } from "./migrate.ts";
import { recordOwner } from "./earlier/recordOwner.ts";
import { isLocked, toDatabaseError } from "./toDatabaseError.ts";
import { checkDatabaseFile, fileIdentity, type DatabaseLocation } from "./databaseFile.ts";
import { movedVersion, type DatabaseFormat } from "./databaseFormat.ts";
import { readProperty } from "./properties.ts";
import { followLinks } from "./followLinks.ts";
import { inTransaction } from "./inTransaction.ts";

/** Options of `Database.open`. */
export interface DatabaseOptions extends DatabaseLocation {
  /** How long to retry while another program has the lock, in ms; five seconds when left out. */
  readonly lockPatience?: number;
  /** The workspace to whose storage the file belongs, which the file records. Left out for a file at a place of its own. */
  readonly owner?: StoreOwner;
}

/** A database file that `Database.open` has found. */
interface OpenedFile {
  readonly path: string;
  readonly file: string;
  readonly lockPatience: number;
  readonly errors: DatabaseErrors;
}

const defaultLockPatience = 5000;
const shortestPause = 20;
const longestPause = 250;

/** Files up to this size, in bytes, are checked completely when they are opened. That takes a few milliseconds. */
const smallFile = 4 * 1024 * 1024;

/**
 * An open database file. Each failure of the file rejects with `StoreUnavailable`; an `IntegrationPacksError` that the
 * caller's function throws is passed on.
 */
export class Database implements Disposable {
  /** The path of the file itself, where the database was opened through a link. */
  readonly file: string;
  /** The path that the database was opened by, which may be a link. Another file that it leads to replaces this one. */
  readonly #path: string;
  readonly #connection: Connection;
  readonly #identity: string | undefined;
  readonly #lockPatience: number;
  readonly #errors: DatabaseErrors;
  readonly #changes: ChangeWatch;
  #isDisposed = false;

  /** The database was changed, here or by another program. */
  readonly onDidChange;

  /** Opens a file of the format, or creates it if it is missing or empty. @throws `StoreUnavailable` */
  static async open(options: DatabaseOptions, format: DatabaseFormat): Promise<Database> {
    const { file: path, lockPatience = defaultLockPatience } = options;
    return untilUnlocked(path, lockPatience, format.errors, () => {
      const file = followLinks(path);
      checkDatabaseFile({ ...options, file }, format);
      return new Database(
        { path, file, lockPatience, errors: format.errors },
        connect(file, format, options.owner),
      );
    });
  }

  private constructor({ path, file, lockPatience, errors }: OpenedFile, connection: Connection) {
    this.#path = path;
    this.file = file;
    this.#connection = connection;
    this.#identity = fileIdentity(path);
    this.#lockPatience = lockPatience;
    this.#errors = errors;
    this.#changes = new ChangeWatch(() => this.#readState());
    this.onDidChange = this.#changes.event;
  }

  /** Runs `query` on one consistent state. */
  read<T>(query: (connection: Connection) => T): Promise<T> {
    return this.#attempt(() => inTransaction(this.#connection, "DEFERRED", query));
  }

  /** Runs `change` in one transaction and announces the change. If it throws, nothing is changed. */
  async write<T>(change: (connection: Connection) => T): Promise<T> {
    const result = await this.#attempt(() => inTransaction(this.#connection, "IMMEDIATE", change));
    // Not in this call: a listener that throws must not make a committed change look like a failed one.
    queueMicrotask(() => this.#changes.fire());
    return result;
  }

  /** Whether another file has replaced the open one. */
  isReplaced(): boolean {
    const identity = fileIdentity(this.#path);
    return identity !== undefined && identity !== this.#identity;
  }

  dispose(): void {
    if (this.#isDisposed) return;
    this.#isDisposed = true;
    this.#changes.dispose();
    this.#connection.close();
  }

  #attempt<T>(work: () => T): Promise<T> {
    return untilUnlocked(this.#path, this.#lockPatience, this.#errors, () => {
      if (this.#isDisposed) throw this.#errors.failed(this.#path, l10n.t("it was closed"));
      if (fileIdentity(this.#path) !== this.#identity) {
        // Not in this call, as listeners read at once.
        queueMicrotask(() => this.#changes.check());
        throw this.#errors.gone(this.#path);
      }
      return work();
    });
  }

  /** The state that `ChangeWatch` compares: other programs' commits, and whether the file is still there. */
  #readState(): string {
    try {
      return `${fileIdentity(this.#path) ?? "gone"} ${this.#connection.pragma("data_version")}`;
    } catch (error) {
      return toDatabaseError(error, this.#path, this.#errors).message;
    }
  }
}

function connect(file: string, format: DatabaseFormat, owner: StoreOwner | undefined): Connection {
  const connection = new Connection(file);
  try {
    checkContent(connection, file, format);
    migrate(connection, format);
    connection.execute("PRAGMA journal_mode = WAL");
    if (owner) recordOwner(connection, owner);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** Checks the format's version and the pages. Writes nothing. */
function checkContent(connection: Connection, file: string, { migrations, errors }: DatabaseFormat): void {
  const version = connection.pragma("user_version");
  if (version === movedVersion && errors.moved) {
    throw errors.moved(file, readProperty(connection, "movedTo") ?? "");
  }
  if (version > migrations.length) throw errors.newerFormat(file, version);
  if (statSync(file).size > smallFile) return;
  const finding = text(connection.get("PRAGMA quick_check(1)") ?? {}, "quick_check");
  if (finding !== "ok") throw errors.damaged(file, finding);
}

/** Retries `work` while another program has the lock. Blocks the extension host only during an attempt. */
async function untilUnlocked<T>(
  file: string,
  patience: number,
  errors: DatabaseErrors,
  work: () => T,
): Promise<T> {
  let deadline: number | undefined;
  for (let wait = shortestPause; ; wait = Math.min(wait * 2, longestPause)) {
    try {
      return work();
    } catch (error) {
      // From the first failure on: the clock is a part of Node.js that is loaded when it is first read.
      deadline ??= performance.now() + patience;
      if (!isLocked(error) || performance.now() + wait > deadline) throw toDatabaseError(error, file, errors);
    }
    await pause(wait);
  }
}
