import * as l10n from "@vscode/l10n";
import { messageOf } from "../base/messageOf.ts";

/** Why a request was rejected. The API publishes these words, so they never change. */
export const errorCodes = [
  "NotFound",
  "InvalidRequest",
  "NothingToRelease",
  "AlreadyScheduled",
  "Conflict",
  "Unauthorized",
  "Forbidden",
  "RateLimited",
  "Unreachable",
  "OutcomeUnknown",
  "Unsupported",
  "StoreUnavailable",
] as const;
export type ErrorCode = (typeof errorCodes)[number];

export function isErrorCode(text: string): text is ErrorCode {
  return errorCodes.some((code) => code === text);
}

/** An error with a message for users: what happened, then what to do. */
export class IntegrationPacksError extends Error {
  readonly code: ErrorCode;
  /** What happened, without what to do. Left out where the message does not say what to do, or was not made of both. */
  readonly happened?: string;

  constructor(code: ErrorCode, message: string, { happened, ...options }: IntegrationPacksErrorOptions = {}) {
    super(message, options);
    this.name = "IntegrationPacksError";
    this.code = code;
    if (happened !== undefined) this.happened = happened;
  }
}

/** Options of `IntegrationPacksError`. */
interface IntegrationPacksErrorOptions extends ErrorOptions {
  readonly happened?: string;
}

/**
 * What an error says happened, without what to do about it: for a message that says itself what to do. An unknown outcome must
 * not carry the advice of its reason, which is to retry.
 */
export function whatHappened({ happened, message }: IntegrationPacksError): string {
  return happened ?? message;
}

/** Nobody is signed in. Its code is `Unauthorized`. */
export class NotSignedInError extends IntegrationPacksError {}

/** The API token cannot be read from the secret storage. Its code is `Unauthorized`. */
export class KeychainError extends IntegrationPacksError {}

/** A store file is damaged or belongs to another program. Its code is `StoreUnavailable`; a backup can be restored. */
export class DamagedStoreError extends IntegrationPacksError {}

/** The records of releases on the platform cannot be used. Its code is `StoreUnavailable`; they have no backups. */
export class RecordsUnavailableError extends IntegrationPacksError {}

/** The message that users see: that of an `IntegrationPacksError`; for any other error, a sentence that quotes it. */
export function messageForUsers(error: unknown): string {
  if (error instanceof IntegrationPacksError) return error.message;
  return l10n.t("An unexpected error occurred: {0}", messageOf(error));
}

/**
 * Creates errors with the caller's message. Errors with a fixed message have a factory each, so that the same failure
 * always reads the same: in this folder by subject, or beside the backend that throws them.
 */
export const errors = {
  notFound: (message: string) => new IntegrationPacksError("NotFound", message),
  invalidRequest: (message: string) => new IntegrationPacksError("InvalidRequest", message),
  unsupported: (message: string) => new IntegrationPacksError("Unsupported", message),
  invalidSnapshot: (path: string, problem: string) =>
    errors.invalidRequest(l10n.t("The snapshot was not imported: {0}: {1}", path, problem)),
};
