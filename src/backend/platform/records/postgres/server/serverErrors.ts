import * as l10n from "@vscode/l10n";
import { messageOf } from "../../../../../base/messageOf.ts";
import { IntegrationPacksError, RecordsUnavailableError } from "../../../../../errors/errors.ts";
import { DamagedRowError } from "../../../../sqlite/rows.ts";
import { describeAddress, type RecordsAddress } from "./recordsAddress.ts";

/** The shared records do not accept the password, or need one. */
export class RecordsPasswordError extends RecordsUnavailableError {}

/** Creates the errors of shared records that cannot be used. `where` is the address without a password. */
export const serverErrors = {
  /** `reason` is a clause such as "the server refuses connections". */
  unavailable: (where: string, reason: string, cause?: unknown) =>
    unavailable(
      l10n.t(
        "The shared records at {0} cannot be used: {1}. Nothing is released or scheduled until they can.",
        where,
        reason,
      ),
      cause,
    ),
  passwordRejected: (where: string, cause?: unknown) =>
    new RecordsPasswordError(
      "StoreUnavailable",
      l10n.t(
        "The shared records at {0} do not accept the password, which is wrong or expired. Sign in again.",
        where,
      ),
      { cause },
    ),
  passwordMissing: (where: string, cause?: unknown) =>
    new RecordsPasswordError(
      "StoreUnavailable",
      l10n.t("The shared records at {0} need a password. Sign in, or set PGPASSWORD.", where),
      { cause },
    ),
  notTrusted: (where: string, reason: string, cause?: unknown) =>
    unavailable(
      l10n.t(
        "The certificate of the shared records at {0} is not trusted: {1}. Name the file of its authority by sslrootcert in the address.",
        where,
        reason,
      ),
      cause,
    ),
  rightMissing: (where: string, role: string, reason: string, cause?: unknown) =>
    unavailable(
      l10n.t(
        'The role "{1}" lacks a right on the shared records at {0}: {2}. Have their owner grant it.',
        where,
        role,
        reason,
      ),
      cause,
    ),
  empty: (where: string, role: string, cause?: unknown) =>
    unavailable(
      l10n.t(
        'The database at {0} contains no records yet, and the role "{1}" may not set it up. Have its owner open it once.',
        where,
        role,
      ),
      cause,
    ),
  newerFormat: (where: string) =>
    unavailable(
      l10n.t(
        "The shared records at {0} have a newer format, which this version can only read. Update it to release and schedule.",
        where,
      ),
    ),
  incomplete: (where: string, cause?: unknown) =>
    unavailable(
      l10n.t(
        "The shared records at {0} are incomplete: a table is missing. Have their owner run `integration-packs records migrate`.",
        where,
      ),
      cause,
    ),
  damaged: (where: string, cause?: unknown) =>
    unavailable(
      l10n.t(
        "The shared records at {0} contain a row that cannot be read. Have their owner restore a backup.",
        where,
      ),
      cause,
    ),
};

function unavailable(message: string, cause?: unknown): RecordsUnavailableError {
  return new RecordsUnavailableError("StoreUnavailable", message, { cause });
}

/** The code of an error of PostgreSQL, Node.js or TLS; `""` where it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

// Codes of PostgreSQL, https://www.postgresql.org/docs/current/errcodes-appendix.html
export const undefinedTable = "42P01";
export const missingRight = "42501";
const missingSchema = "3F000";
const wrongPassword = "28P01";
const noAccess = "28000";
const missingDatabase = "3D000";

/** Codes of failures that nobody but a person can end: no attempt after them succeeds. */
const lasting = new Set([
  undefinedTable,
  missingRight,
  missingSchema,
  wrongPassword,
  noAccess,
  missingDatabase,
]);

/** Whether the certificate of the server is the cause. */
function isUntrusted(error: unknown): boolean {
  return /CERT|ALTNAME|UNABLE_TO_(GET_ISSUER|VERIFY_LEAF)/.test(codeOf(error));
}

/** Whether pg had no password for a server that asks for one. */
function lacksPassword(error: unknown): boolean {
  return /password must be a (non-empty )?string/.test(messageOf(error));
}

/**
 * Whether a later attempt may succeed: anything but the failures that a person must end. A statement that the server rejects
 * for its own sake (SQLSTATE classes 22, 23, 42) is a fault of this program or of the tables.
 */
export function isPassing(error: unknown): boolean {
  if (error instanceof IntegrationPacksError || error instanceof TypeError) return false;
  const code = codeOf(error);
  return !lasting.has(code) && !/^(22|23|42)...$/.test(code) && !isUntrusted(error) && !lacksPassword(error);
}

/** Converts a failure with the server. Its cause goes to the log by its message only: details of PostgreSQL quote rows. */
export function toServerError(error: unknown, address: RecordsAddress): IntegrationPacksError {
  if (error instanceof IntegrationPacksError) return error;
  const where = describeAddress(address);
  const cause = new Error(`${codeOf(error)} ${messageOf(error)}`.trim());
  if (error instanceof DamagedRowError) return serverErrors.damaged(where, cause);
  if (isUntrusted(error)) return serverErrors.notTrusted(where, messageOf(error), cause);
  if (lacksPassword(error)) return serverErrors.passwordMissing(where, cause);
  switch (codeOf(error)) {
    case wrongPassword:
    case noAccess:
      return serverErrors.passwordRejected(where, cause);
    case missingRight:
      return serverErrors.rightMissing(where, address.user, messageOf(error), cause);
    case undefinedTable:
    case missingSchema:
      return serverErrors.incomplete(where, cause);
    default:
      return serverErrors.unavailable(where, reasonOf(error), cause);
  }
}

/** Why the server cannot be used, as a clause. */
function reasonOf(error: unknown): string {
  switch (codeOf(error)) {
    case "ECONNREFUSED":
      return l10n.t("the server refuses connections");
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return l10n.t("the server is not found");
    case "ENETUNREACH":
    case "EHOSTUNREACH":
    case "ETIMEDOUT":
      return l10n.t("the server is not reached");
    case missingDatabase:
      return l10n.t("the server has no such database");
    case "53300":
      return l10n.t("the server has no free connection");
    case "57P01":
    case "57P02":
    case "57P03":
    case "ECONNRESET":
    case "EPIPE":
      return l10n.t("the server is shutting down or starting");
    case "25006":
      return l10n.t("the server is a copy that only reads");
    default:
      return /timeout/i.test(messageOf(error)) ? l10n.t("the server does not answer") : messageOf(error);
  }
}
