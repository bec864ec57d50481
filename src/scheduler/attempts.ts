import { IntegrationPacksError } from "../errors/errors.ts";
import { earliest } from "./earliest.ts";

const firstPause = 5_000;
const longestPause = 60_000;

/** The failed attempts at one thing. Instants are in ms since the epoch. */
export interface Attempt {
  readonly count: number;
  /** When the first attempt failed. */
  readonly since: number;
  readonly retryAt: number;
  /** Why the latest attempt failed. */
  readonly error: unknown;
  /** Whether the failure was announced. */
  readonly isReported: boolean;
}

/** Remembers failed attempts, so that the next ones come after growing pauses. */
export class Attempts {
  readonly #attempts = new Map<string, Attempt>();

  get(key: string): Attempt | undefined {
    return this.#attempts.get(key);
  }

  /** Adds an attempt that failed at `now`. */
  add(key: string, now: number, error?: unknown, isReported = false): Attempt {
    const earlier = this.#attempts.get(key);
    const count = (earlier?.count ?? 0) + 1;
    const attempt = {
      count,
      since: earlier?.since ?? now,
      retryAt: now + retryPause(count),
      error: error ?? earlier?.error,
      isReported,
    };
    this.#attempts.set(key, attempt);
    return attempt;
  }

  forget(key: string): void {
    this.#attempts.delete(key);
  }

  forgetAllBut(keys: ReadonlySet<string>): void {
    for (const key of this.#attempts.keys()) {
      if (!keys.has(key)) this.#attempts.delete(key);
    }
  }

  /** Whether the pause before the next attempt is not over. A clock that was set back does not make a pause longer. */
  isPaused(key: string, now: number): boolean {
    const retryAt = this.#attempts.get(key)?.retryAt;
    return retryAt !== undefined && now < retryAt && retryAt - now <= longestPause;
  }

  /** When the earliest next attempt is due; nothing when there is none. */
  nextRetry(): number | undefined {
    return earliest(...[...this.#attempts.values()].map(({ retryAt }) => retryAt));
  }
}

/** The pause before the next attempt, in ms, after this many attempts. */
export function retryPause(attempts: number): number {
  return Math.min(firstPause * 2 ** (attempts - 1), longestPause);
}

/** Whether the failure may pass without anybody doing anything. Nothing was released then. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof IntegrationPacksError)) return false;
  return error.code === "StoreUnavailable" || error.code === "Unreachable" || error.code === "RateLimited";
}
