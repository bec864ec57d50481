import { t } from "@vscode/l10n";

/** Why a request was rejected; other extensions rely on these words. */
export type ErrorCode =
  | "NotFound"
  | "InvalidRequest"
  | "NothingToRelease"
  | "AlreadyScheduled"
  | "Conflict"
  | "Unauthorized"
  | "Forbidden"
  | "RateLimited"
  | "Unreachable"
  | "OutcomeUnknown"
  | "Unsupported"
  | "StoreUnavailable";

/** An error that a user can read: its message says what happened and what to do. */
export class IntegrationPacksError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "IntegrationPacksError";
    this.code = code;
  }
}

/** The store file is damaged, or is not a store at all: a backup can take its place. */
export class StoreDamagedError extends IntegrationPacksError {}

/** What to tell a user of any error: a foreseen one in its own words, another one shortly. */
export function messageForUsers(error: unknown): string {
  if (error instanceof IntegrationPacksError) return error.message;
  return t("Something unexpected went wrong: {0}", error instanceof Error ? error.message : String(error));
}

/**
 * One factory per error, so that the same failure always reads the same. These take their words from whoever knows the
 * cause; those with words of their own are in `errors/`, a file for each concern, and beside each backend.
 */
export const errors = {
  notFound: (message: string) => new IntegrationPacksError("NotFound", message),
  invalidRequest: (message: string) => new IntegrationPacksError("InvalidRequest", message),
  unsupported: (message: string) => new IntegrationPacksError("Unsupported", message),
  invalidSnapshot: (path: string, problem: string) =>
    errors.invalidRequest(t("The snapshot was not imported: {0}: {1}", path, problem)),
};
