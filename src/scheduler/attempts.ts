import { IntegrationPacksError } from "../errors/errors.ts";

const firstPause = 5_000;
const longestPause = 60_000;

/** What is known of something that was tried and is to be tried again. Instants are in ms since the epoch. */
export interface Attempt {
  readonly count: number;
  /** When the first attempt was made. */
  readonly since: number;
  readonly retryAt: number;
  /** Why the latest attempt that failed did so. */
  readonly error: unknown;
  /** Whether its failure was announced. */
  readonly isTold: boolean;
}

/** Remembers what was tried, so that it is tried again with growing pauses. */
export class Attempts {
  readonly #attempts = new Map<string, Attempt>();

  get(key: string): Attempt | undefined {
    return this.#attempts.get(key);
  }

  /** Notes one more attempt in vain, at `now`. */
  note(key: string, now: number, error?: unknown, isTold = false): Attempt {
    const earlier = this.#attempts.get(key);
    const count = (earlier?.count ?? 0) + 1;
    const attempt = {
      count,
      since: earlier?.since ?? now,
      retryAt: now + retryPause(count),
      error: error ?? earlier?.error,
      isTold,
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

  /** Whether the next attempt is still to come. A clock that was set back does not make a short pause a long one. */
  isPaused(key: string, now: number): boolean {
    const retryAt = this.#attempts.get(key)?.retryAt;
    return retryAt !== undefined && now < retryAt && retryAt - now <= longestPause;
  }

  /** When the earliest next attempt is due; nothing when there is none. */
  nextRetry(): number | undefined {
    let earliest: number | undefined;
    for (const { retryAt } of this.#attempts.values()) {
      earliest = Math.min(earliest ?? retryAt, retryAt);
    }
    return earliest;
  }
}

/** How long to wait before the next attempt, in ms, when so many have been made. */
export function retryPause(attempts: number): number {
  return Math.min(firstPause * 2 ** Math.min(attempts - 1, 10), longestPause);
}

/** Whether trying again may help without anybody doing anything about it. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof IntegrationPacksError)) return false;
  return error.code === "StoreUnavailable" || error.code === "Unreachable" || error.code === "RateLimited";
}
