import { IntegrationPacksError } from "../errors.ts";

const firstPause = 5_000;
const longestPause = 60_000;

/** How long to wait before the next attempt, in ms, when so many have been made. */
export function retryPause(attempts: number): number {
  return Math.min(firstPause * 2 ** Math.min(attempts - 1, 10), longestPause);
}

/** Whether trying again may help without anybody doing anything about it. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof IntegrationPacksError)) return false;
  return error.code === "StoreUnavailable" || error.code === "Unreachable" || error.code === "RateLimited";
}
