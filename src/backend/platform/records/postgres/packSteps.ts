import { platformReleaseErrors } from "../../platformReleaseErrors.ts";
import { requireAttempt } from "../recordsTransaction.ts";
import type { ReleaseAttempt } from "../releaseAttempt.ts";
import { commitPacks, isUnchanged } from "./commitPacks.ts";
import { KnownPacks } from "./knownPacks.ts";
import { loadForClaimSql, loadSql, toLoaded, type Loaded } from "./loadedPack.ts";
import { LoadedPacks } from "./loadedPacks.ts";
import type { Query, RecordsServer } from "./server/recordsServer.ts";
import { serverErrors } from "./server/serverErrors.ts";

/** The packs that an operation is about. */
export interface StepScope {
  readonly packIds?: readonly string[];
  /** The pack of this attempt. */
  readonly attemptId?: string;
  /** The pack of this scheduled release. */
  readonly scheduleId?: string;
  /** All packs with a scheduled release. */
  readonly isAllScheduled?: boolean;
  /** Whether the packs may be new to the records. */
  readonly isClaim?: boolean;
  /** Whether to begin with the packs as this program committed them last, if it knows them. */
  readonly mayUseKnown?: boolean;
}

/** A commit that was sent: what its operation returns, and how many packs it changes. */
interface Sent<T> {
  readonly result: T;
  readonly count: number;
}

/** How long recording the sending may take until the claim is renewed once more, in ms of the wall clock. */
const freshness = 5_000;

/**
 * Runs operations on loaded packs. An operation that another program's commit came between runs again on the new state; one
 * whose connection broke learns from the server whether it was committed.
 */
export class PackSteps {
  readonly #server: RecordsServer;
  readonly #account: string;
  readonly #announce: (count: number) => void;
  readonly #known = new KnownPacks();

  constructor(server: RecordsServer, account: string, announce: (count: number) => void) {
    this.#server = server;
    this.#account = account;
    this.#announce = announce;
  }

  /** Reads packs in one state. */
  read<T>(scope: StepScope, work: (records: LoadedPacks) => T): Promise<T> {
    return this.#server.run(async (query) => {
      const { packs, now } = await this.#load(query, scope, []);
      return work(new LoadedPacks(this.#account, packs, now));
    });
  }

  /** Runs an operation: everything that it changes is stored, or nothing. */
  run<T>(scope: StepScope, work: (records: LoadedPacks) => T): Promise<T> {
    /** The result of each commit whose answer may have been lost. */
    const sent = new Map<string, Sent<T>>();
    let mayUseKnown = scope.mayUseKnown === true;
    return this.#server.run(async (query) => {
      for (;;) {
        const known = mayUseKnown && sent.size === 0 ? this.#known.find(scope) : undefined;
        mayUseKnown = false;
        const loaded = known ?? (await this.#load(query, scope, [...sent.keys()]));
        const [committed] = loaded.committed;
        if (committed !== undefined) return this.#resultOf(sent, committed);
        const records = new LoadedPacks(this.#account, loaded.packs, loaded.now);
        let result: T;
        try {
          result = work(records);
        } catch (error) {
          // What this program knows may be out of date.
          if (known) continue;
          throw error;
        }
        if (isUnchanged(records)) return result;
        const stepId = crypto.randomUUID();
        const count = records.changed.length;
        sent.set(stepId, { result, count });
        const end = await commitPacks(query, this.#account, stepId, records, this.#server.format);
        if (end === "readOnly") throw serverErrors.newerFormat(this.#server.where);
        if (end === "done") {
          this.#known.remember(records);
          this.#announce(count);
          return result;
        }
        sent.delete(stepId);
      }
    });
  }

  /**
   * Runs the operation that records a sending, and returns only while its claim is fresh by the server's answer: a program
   * that slept, or waited for the server, renews the claim, and fails if somebody took it over.
   *
   * @throws `Conflict` when the claim was lost
   */
  async runSending(
    scope: StepScope,
    holder: string,
    work: (records: LoadedPacks) => ReleaseAttempt,
  ): Promise<ReleaseAttempt> {
    let began = Date.now();
    const attempt = await this.run(scope, work);
    const { attemptId, packName } = attempt;
    while (Math.abs(Date.now() - began) > freshness) {
      began = Date.now();
      await this.run({ attemptId }, (records) => {
        const { packId, state } = requireAttempt(records, attemptId);
        if (state !== "sending" || !records.holdsClaim(packId, holder)) {
          throw platformReleaseErrors.claimLost(packName);
        }
        records.writeClaim(packId, holder);
        records.renewClaims(holder);
      });
    }
    return attempt;
  }

  /** Forgets the packs that the holder claimed, since its claims end. */
  forgetHolder(holder: string): void {
    this.#known.forgetHolder(holder);
  }

  #resultOf<T>(sent: ReadonlyMap<string, Sent<T>>, stepId: string): T {
    const step = sent.get(stepId);
    if (!step) throw new TypeError(`The step ${stepId} is not one of this operation.`);
    this.#announce(step.count);
    return step.result;
  }

  async #load(query: Query, scope: StepScope, steps: readonly string[]): Promise<Loaded> {
    const [row] = await query(scope.isClaim === true ? loadForClaimSql : loadSql, [
      this.#account,
      scope.packIds ?? [],
      scope.attemptId ?? null,
      scope.scheduleId ?? null,
      scope.isAllScheduled ?? false,
      steps,
    ]);
    return toLoaded(row);
  }
}
