import type { Timing } from "./timing.ts";

/** How often something is tried, the first time included. */
const mostAttempts = 6;
const firstPause = 500;
const longestPause = 8_000;

/** Longer than this nobody waits, in ms, whatever the platform asks for. */
const longestRetryAfter = 60_000;

/** What came of one attempt: a value, or a failure that may pass. Anything else is thrown by the attempt. */
export type Attempt<T> =
  | { readonly kind: "done"; readonly value: T }
  | {
      readonly kind: "mayPass";
      readonly error: Error;
      /** What the platform asks for, in ms. */
      readonly retryAfter?: number | undefined;
      /** Fewer attempts, for what seldom passes. */
      readonly attempts?: number;
    };

/**
 * Tries again with growing, jittered pauses while the failure may pass; a pause that the platform asks for is kept.
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

/** The pause after so many attempts, in ms: half of it is certain, half is chance, so that many clients do not return at once. */
export function retryPause(made: number, chance: number): number {
  const pause = Math.min(firstPause * 2 ** (made - 1), longestPause);
  return pause / 2 + (pause / 2) * chance;
}

/** What a `Retry-After` header asks for, in ms from now: seconds, or a date. */
export function retryAfterOf(header: string | undefined, now: number): number | undefined {
  if (header === undefined || header.trim() === "") return undefined;
  const seconds = Number(header);
  const pause = Number.isNaN(seconds) ? Date.parse(header) - now : seconds * 1000;
  return Number.isNaN(pause) ? undefined : Math.max(pause, 0);
}
