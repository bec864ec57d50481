import { t } from "@vscode/l10n";
import { statSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { storeErrors } from "./storeErrors.ts";
import type { Disposable } from "../../base/disposable.ts";
import { ChangeWatch } from "./changeWatch.ts";
import { Connection } from "./connection.ts";
import { text } from "./rows.ts";
import { migrate } from "./migrate.ts";
import { isLocked, storeError } from "./sqliteErrors.ts";
import { checkStoreFile, fileIdentity, type StoreLocation } from "./storeFile.ts";
import type { StoreFormat } from "./storeFormat.ts";
import { inTransaction } from "./transaction.ts";

/** How a store is opened. */
export interface DatabaseOptions extends StoreLocation {
  /** How long to go on trying while another program holds a lock, in ms; five seconds when left out. */
  readonly lockPatience?: number;
}

const defaultLockPatience = 5000;
const shortestPause = 20;
const longestPause = 250;

/** Up to this size, in bytes, the whole file is checked when it is opened; it takes a few milliseconds. */
const smallFile = 4 * 1024 * 1024;

/** The open store file. Every failure is a `StoreUnavailable` that says what to do; what the work throws is passed on. */
export class Database implements Disposable {
  readonly file: string;
  readonly #connection: Connection;
  readonly #identity: string | undefined;
  readonly #lockPatience: number;
  readonly #changes: ChangeWatch;
  #isDisposed = false;

  /** The store was changed, here or by another program. */
  readonly onDidChange;

  /** Opens a file of this format; a missing or empty one becomes a new file of it. @throws `StoreUnavailable` */
  static async open(options: DatabaseOptions, format: StoreFormat): Promise<Database> {
    const { file, lockPatience = defaultLockPatience } = options;
    const connection = await untilUnlocked(file, lockPatience, () => {
      checkStoreFile(options, format);
      return connect(file, format);
    });
    return new Database(file, connection, lockPatience);
  }

  private constructor(file: string, connection: Connection, lockPatience: number) {
    this.file = file;
    this.#connection = connection;
    this.#identity = fileIdentity(file);
    this.#lockPatience = lockPatience;
    this.#changes = new ChangeWatch(() => this.#readState());
    this.onDidChange = this.#changes.event;
  }

  /** Reads one consistent state. */
  read<T>(query: (connection: Connection) => T): Promise<T> {
    return this.#attempt(() => inTransaction(this.#connection, "DEFERRED", query));
  }

  /** Changes the store, wholly or not at all, and announces it. */
  async write<T>(change: (connection: Connection) => T): Promise<T> {
    const result = await this.#attempt(() => inTransaction(this.#connection, "IMMEDIATE", change));
    // Not in this call: a listener that throws must not make a committed change look like a failed one.
    queueMicrotask(() => this.#changes.fire());
    return result;
  }

  /** Whether another file has taken the place of the one that is open. */
  isReplaced(): boolean {
    const identity = fileIdentity(this.file);
    return identity !== undefined && identity !== this.#identity;
  }

  dispose(): void {
    if (this.#isDisposed) return;
    this.#isDisposed = true;
    this.#changes.dispose();
    this.#connection.close();
  }

  #attempt<T>(work: () => T): Promise<T> {
    return untilUnlocked(this.file, this.#lockPatience, () => {
      if (this.#isDisposed) throw storeErrors.storeFailed(this.file, t("it was closed"));
      if (fileIdentity(this.file) !== this.#identity) throw storeErrors.storeGone(this.file);
      return work();
    });
  }

  /** What `ChangeWatch` compares: other programs' commits, and whether the file is still there. */
  #readState(): string {
    try {
      return `${fileIdentity(this.file) ?? "gone"} ${this.#connection.pragma("data_version")}`;
    } catch (error) {
      return storeError(error, this.file).message;
    }
  }
}

function connect(file: string, format: StoreFormat): Connection {
  const connection = new Connection(file);
  try {
    checkContent(connection, file, format);
    migrate(connection, format);
    connection.execute("PRAGMA journal_mode = WAL");
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** What only SQLite can tell; nothing has been written yet. */
function checkContent(connection: Connection, file: string, { migrations }: StoreFormat): void {
  const version = connection.pragma("user_version");
  if (version > migrations.length) throw storeErrors.storeNewerFormat(file, version);
  if (statSync(file).size > smallFile) return;
  const finding = text(connection.get("PRAGMA quick_check(1)") ?? {}, "quick_check");
  if (finding !== "ok") throw storeErrors.storeDamaged(file, finding);
}

/** Tries again while another program holds a lock. The host is blocked only while one attempt runs. */
async function untilUnlocked<T>(file: string, patience: number, work: () => T): Promise<T> {
  const deadline = performance.now() + patience;
  for (let wait = shortestPause; ; wait = Math.min(wait * 2, longestPause)) {
    try {
      return work();
    } catch (error) {
      if (!isLocked(error) || performance.now() + wait > deadline) throw storeError(error, file);
    }
    await pause(wait);
  }
}
