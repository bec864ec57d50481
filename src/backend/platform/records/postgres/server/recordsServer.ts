import { setTimeout as pause } from "node:timers/promises";
import type { Pool, PoolClient } from "pg";
import * as v from "valibot";
import type { Disposable } from "../../../../../base/disposable.ts";
import { DamagedRowError, type Row } from "../../../../sqlite/rows.ts";
import { checkFormat } from "./checkFormat.ts";
import { migrateRecords, type Migration } from "./migrateRecords.ts";
import { createPool, type ServerAccess } from "./pool.ts";
import { describeAddress } from "./recordsAddress.ts";
import { schemaSteps } from "./recordsSchema.ts";
import { isPassing, serverErrors, toServerError } from "./serverErrors.ts";
import { rowSchema } from "./toRow.ts";

/** Runs one statement and gives its rows. */
export type Query = (sql: string, parameters?: readonly unknown[]) => Promise<Row[]>;

/** Options of `RecordsServer`. */
export interface RecordsServerOptions extends ServerAccess {
  /** How long to retry after a passing failure, in ms; five seconds when left out. */
  readonly patience?: number;
}

const shortestPause = 50;
const longestPause = 2_000;

/** After a failure, how long the next operations fail at once with the same reason, in ms. */
const restAfterFailure = 1_000;

const answerSchema = v.object({ rows: v.array(rowSchema) });

/**
 * The server of shared records. Connects at first use and checks the format of the records then. A failure that may pass is
 * retried with growing pauses; while the server is known to be missing, each operation tries once.
 */
export class RecordsServer implements Disposable {
  readonly #options: RecordsServerOptions;
  #pool: Promise<Pool> | undefined;
  #format: number | undefined;
  #failure: { readonly error: Error; readonly at: number } | undefined;
  #isDisposed = false;

  constructor(options: RecordsServerOptions) {
    this.#options = options;
  }

  /** The address without a password, for people. */
  get where(): string {
    return describeAddress(this.#options.address);
  }

  /** The number of the format that the records have; that of this program while it is not known, or newer. */
  get format(): number {
    return this.#format ?? schemaSteps.length;
  }

  get access(): ServerAccess {
    return this.#options;
  }

  /**
   * Runs `work` on one connection, again from its start after a failure that may pass. Each statement of it is a transaction.
   *
   * @throws `StoreUnavailable` with the reason, and what `work` throws
   */
  async run<T>(work: (query: Query) => Promise<T>): Promise<T> {
    const { address, patience = 5_000 } = this.#options;
    const failure = this.#failure;
    if (failure && performance.now() - failure.at < restAfterFailure) throw failure.error;
    const deadline = performance.now() + (failure ? 0 : patience);
    for (let wait = shortestPause; ; wait = Math.min(wait * 2, longestPause)) {
      try {
        const result = await this.#attempt(work);
        this.#failure = undefined;
        return result;
      } catch (error) {
        const mayPass = isPassing(error) && !this.#isDisposed;
        if (!mayPass || performance.now() + wait > deadline) {
          const reported = toServerError(error, address);
          if (mayPass) this.#failure = { error: reported, at: performance.now() };
          throw reported;
        }
      }
      await pause(wait);
    }
  }

  /** Sets the records up, or brings them to the format of this program. Only the role that owns them may. */
  migrate(): Promise<Migration> {
    this.#format = schemaSteps.length;
    return this.run((query) => migrateRecords(query));
  }

  dispose(): void {
    this.#isDisposed = true;
    const pool = this.#pool;
    this.#pool = undefined;
    void pool?.then((open) => open.end()).catch(() => undefined);
  }

  async #attempt<T>(work: (query: Query) => Promise<T>): Promise<T> {
    if (this.#isDisposed) throw serverErrors.unavailable(this.where, "it was closed");
    const client = await this.#connect();
    const query = queryOf(client);
    let isBroken = false;
    try {
      this.#format ??= await checkFormat(query, this.#options.address);
      return await work(query);
    } catch (error) {
      isBroken = isPassing(error);
      throw error;
    } finally {
      client.release(isBroken);
    }
  }

  async #connect(): Promise<PoolClient> {
    this.#pool ??= createPool(this.#options);
    const pool = this.#pool;
    const open = await pool.catch((error: unknown) => {
      // The certificates are read again, which may be missing now.
      if (this.#pool === pool) this.#pool = undefined;
      throw error;
    });
    return open.connect();
  }
}

/** Statements on the connection. */
export function queryOf(client: Pick<PoolClient, "query">): Query {
  return async (sql, parameters = []) => {
    const answer: unknown = await client.query(sql, [...parameters]);
    // Several statements without parameters have an answer each.
    const last: unknown = Array.isArray(answer) ? answer.at(-1) : answer;
    const parsed = v.safeParse(answerSchema, last);
    if (!parsed.success) throw new DamagedRowError("A row has a column of another type than expected.");
    return parsed.output.rows;
  };
}
