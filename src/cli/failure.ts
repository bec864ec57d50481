import * as l10n from "@vscode/l10n";
import { IntegrationPacksError, messageForUsers, type ErrorCode } from "../errors/errors.ts";
import { exitCodes, type ExitCode } from "./exitCodes.ts";
import { DoesNotFitError } from "./applying/doesNotFitError.ts";
import { AdvisedError } from "./advisedError.ts";
import { UsageError } from "./usageError.ts";

/** A failed command in JSON. */
export interface FailureReport {
  readonly formatVersion: 1;
  /** `Unexpected`: a defect of this program or of the machine. */
  readonly code: ErrorCode | "Unexpected";
  /** What happened. */
  readonly message: string;
  /** What to do. */
  readonly advice: string;
}

/** Describes why a command failed: what happened, and what to do in a terminal. */
export function failureReport(error: unknown): FailureReport {
  const message = messageForUsers(error);
  if (!(error instanceof IntegrationPacksError)) {
    return { formatVersion: 1, code: "Unexpected", message, advice: unexpectedAdvice() };
  }
  return { formatVersion: 1, code: error.code, message, advice: adviceOf(error) };
}

/** The exit code of a command that failed before anything was sent. */
export function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof UsageError) return exitCodes.usage;
  return error instanceof DoesNotFitError ? exitCodes.doesNotFit : exitCodes.failed;
}

function adviceOf(error: IntegrationPacksError): string {
  return (error instanceof AdvisedError ? error.advice : undefined) ?? adviceFor(error.code);
}

function unexpectedAdvice(): string {
  return l10n.t("Run the command again with --verbose, and report the problem if it stays.");
}

function adviceFor(code: ErrorCode): string {
  switch (code) {
    case "NotFound":
      return l10n.t('Run "integration-packs list" to see the packs with their IDs.');
    case "InvalidRequest":
      return l10n.t('Correct the command, and run it again. "integration-packs help" describes it.');
    case "NothingToRelease":
      return l10n.t('Run "integration-packs list" to see which packs can be released.');
    case "AlreadyScheduled":
      return l10n.t("Draft the plan again: it then names the scheduled release that it replaces.");
    case "Conflict":
      return l10n.t('Run "integration-packs check" on the plan, and draft it again if it does not fit.');
    case "Unauthorized":
      return l10n.t("Check BOOMI_ACCOUNT_ID, BOOMI_USER, BOOMI_TOKEN and BOOMI_BASE_URL.");
    case "Forbidden":
      return l10n.t("Ask an administrator of the Boomi account for what the message names.");
    case "RateLimited":
      return l10n.t("Wait a minute, then run the command again.");
    case "Unreachable":
      return l10n.t("Check the network and BOOMI_BASE_URL, then run the command again.");
    case "OutcomeUnknown":
      return l10n.t("Run the same command again: it finds out the outcome first, and sends nothing twice.");
    case "Unsupported":
      return l10n.t('See "integration-packs help" for what each backend supports.');
    case "StoreUnavailable":
      return l10n.t("Check the file that --store or --records names, then run the command again.");
  }
}
