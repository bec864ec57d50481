import type { Timing } from "./timing.ts";

/** The number of attempts, the first one included. */
const mostAttempts = 6;
const firstPause = 500;
const longestPause = 8_000;

/** The longest pause that the platform may ask for, in ms. Longer ones are not waited for. */
const longestRetryAfter = 60_000;

/** The outcome of one attempt: a value, or a failure that may pass. Any other failure is thrown by the attempt. */
export type Attempt<T> =
  | { readonly kind: "done"; readonly value: T }
  | {
      readonly kind: "mayPass";
      readonly error: Error;
      /** The pause that the platform asks for, in ms. */
      readonly retryAfter?: number | undefined;
      /** The number of attempts for a failure that seldom passes. */
      readonly attempts?: number;
    };

/**
 * Repeats attempts while the failure may pass, with growing, jittered pauses, or longer ones that the platform asks for.
 *
 * @throws the latest failure when it does not pass, and at once when the platform asks for more than a minute.
 */
export async function withRetries<T>(
  attempt: () => Promise<Attempt<T>>,
  timing: Timing,
  signal?: AbortSignal,
): Promise<T> {
  for (let made = 1; ; made++) {
    const outcome = await attempt();
    if (outcome.kind === "done") return outcome.value;
    const { error, retryAfter = 0, attempts = mostAttempts } = outcome;
    if (made >= attempts || retryAfter > longestRetryAfter) throw error;
    await timing.pause(Math.max(retryPause(made, timing.random()), retryAfter), signal);
  }
}

/** The pause after a number of attempts, in ms. Half of it is chance, so that many clients do not return at once. */
export function retryPause(made: number, chance: number): number {
  const pause = Math.min(firstPause * 2 ** (made - 1), longestPause);
  return pause / 2 + (pause / 2) * chance;
}

/** The pause that a `Retry-After` header asks for, in ms: seconds, or until a date. `now` is the wall clock, in ms since the epoch. */
export function retryAfterOf(header: string | undefined, now: number): number | undefined {
  if (header === undefined || header.trim() === "") return undefined;
  const seconds = Number(header);
  const pause = Number.isNaN(seconds) ? Date.parse(header) - now : seconds * 1000;
  return Number.isNaN(pause) ? undefined : Math.max(pause, 0);
}
