import { platformErrors } from "./platformErrors.ts";
import { systemTiming, type Timing } from "./timing.ts";

/** How long a request counts after its start, in ms: a second, and some because requests travel at different speeds. */
const span = 1050;

interface Waiting {
  readonly admit: () => void;
}

/** Admits a number of requests a second, in the order in which they came. */
export class RateLimiter {
  readonly #timing: Timing;
  readonly #waiting: Waiting[] = [];
  #perSecond: number;
  #starts: number[] = [];
  #heldUntil = -Infinity;
  #isPumping = false;

  constructor(perSecond: number, timing: Timing = systemTiming) {
    this.#perSecond = perSecond;
    this.#timing = timing;
  }

  setRate(perSecond: number): void {
    this.#perSecond = perSecond;
  }

  /** Admits nothing for a number of ms, because the platform asked for it. */
  holdBack(ms: number): void {
    this.#heldUntil = Math.max(this.#heldUntil, this.#timing.now() + ms);
  }

  /** Resolves when the request is admitted. @throws `Unreachable` when the signal aborts first; another request gets its turn */
  acquire(signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(platformErrors.aborted());
        return;
      }
      const leave = () => {
        this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
        reject(platformErrors.aborted());
      };
      const waiting = {
        admit: () => {
          signal?.removeEventListener("abort", leave);
          resolve();
        },
      };
      signal?.addEventListener("abort", leave, { once: true });
      this.#waiting.push(waiting);
      if (!this.#isPumping) void this.#pump();
    });
  }

  async #pump(): Promise<void> {
    this.#isPumping = true;
    while (this.#waiting.length > 0) {
      const pause = this.#pauseBeforeNext();
      if (pause > 0) {
        await this.#timing.pause(pause);
      } else {
        this.#starts.push(this.#timing.now());
        this.#waiting.shift()?.admit();
      }
    }
    this.#isPumping = false;
  }

  #pauseBeforeNext(): number {
    const now = this.#timing.now();
    this.#starts = this.#starts.filter((start) => start > now - span);
    const oldest = this.#starts.at(-this.#perSecond);
    const turn = oldest === undefined ? now : oldest + span;
    return Math.max(turn, this.#heldUntil) - now;
  }
}

const shared = new Map<string, RateLimiter>();

/** The one limiter of the extension host for an account; the latest rate counts. */
export function sharedLimiter(key: string, perSecond: number): RateLimiter {
  const limiter = shared.get(key) ?? new RateLimiter(perSecond);
  limiter.setRate(perSecond);
  shared.set(key, limiter);
  return limiter;
}
