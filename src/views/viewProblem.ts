import type { ViewProblem } from "../contributions.ts";
import {
  DamagedStoreError,
  IntegrationPacksError,
  KeychainError,
  NotSignedInError,
  RecordsUnavailableError,
  type ErrorCode,
} from "../errors/errors.ts";

const problems: Partial<Record<ErrorCode, ViewProblem>> = {
  Unauthorized: "signInFailed",
  Forbidden: "forbidden",
  RateLimited: "rateLimited",
  Unreachable: "unreachable",
  StoreUnavailable: "storeUnavailable",
};

/** The problems whose welcome text cannot give the reason, such as the path of a file. */
const unexplained: readonly ViewProblem[] = [
  "forbidden",
  "damagedStore",
  "storeUnavailable",
  "recordsUnavailable",
  "unexpected",
];

/** The kind of problem that an error is for a view, which has a welcome text for it. */
export function viewProblem(error: unknown): ViewProblem {
  if (!(error instanceof IntegrationPacksError)) return "unexpected";
  if (error instanceof NotSignedInError) return "signedOut";
  if (error instanceof KeychainError) return "keychainLocked";
  if (error instanceof DamagedStoreError) return "damagedStore";
  if (error instanceof RecordsUnavailableError) return "recordsUnavailable";
  return problems[error.code] ?? "unexpected";
}

/** Whether a notification must give the reason of a problem, because its welcome text cannot. */
export function needsReason(problem: ViewProblem): boolean {
  return unexplained.includes(problem);
}
