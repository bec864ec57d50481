import { retryPause } from "./retryPause.ts";

/** What is known of something that was tried and is to be tried again. Instants are in ms since the epoch. */
export interface Attempt {
  readonly count: number;
  /** When the first attempt was made. */
  readonly since: number;
  readonly retryAt: number;
  /** Why the latest attempt that failed did so. */
  readonly error: unknown;
}

/** Remembers what was tried, so that it is tried again with growing pauses. */
export class Attempts {
  readonly #attempts = new Map<string, Attempt>();

  get(key: string): Attempt | undefined {
    return this.#attempts.get(key);
  }

  /** Notes one more attempt in vain, at `now`. */
  note(key: string, now: number, error?: unknown): Attempt {
    const earlier = this.#attempts.get(key);
    const count = (earlier?.count ?? 0) + 1;
    const attempt = {
      count,
      since: earlier?.since ?? now,
      retryAt: now + retryPause(count),
      error: error ?? earlier?.error,
    };
    this.#attempts.set(key, attempt);
    return attempt;
  }

  forget(key: string): void {
    this.#attempts.delete(key);
  }

  keys(): Iterable<string> {
    return this.#attempts.keys();
  }

  /** Whether the next attempt is still to come. A clock that was set back does not make a short pause a long one. */
  isPaused(key: string, now: number): boolean {
    const retryAt = this.#attempts.get(key)?.retryAt;
    return retryAt !== undefined && now < retryAt && retryAt - now <= retryPause(Infinity);
  }

  /** When the earliest next attempt is due; nothing when there is none. */
  nextRetry(): number | undefined {
    const instants = [...this.#attempts.values()].map(({ retryAt }) => retryAt);
    return instants.length === 0 ? undefined : Math.min(...instants);
  }
}
