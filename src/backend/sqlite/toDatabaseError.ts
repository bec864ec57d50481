import * as l10n from "@vscode/l10n";
import { dirname } from "node:path";
import { messageOf } from "../../base/messageOf.ts";
import { IntegrationPacksError } from "../../errors/errors.ts";
import { DamagedRowError } from "./rows.ts";
import type { DatabaseErrors } from "./databaseErrors.ts";

// Result codes of SQLite, https://www.sqlite.org/rescode.html
const wrongStatement = 1;
const permissionDenied = 3;
const busy = 5;
const locked = 6;
const readOnly = 8;
const inputOutput = 10;
const corrupt = 11;
const full = 13;
const cannotOpen = 14;
const notADatabase = 26;
const readOnlyFileMoved = readOnly | (4 << 8);

/** The extended result code of a SQLite error; nothing for any other error. */
function resultCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !("errcode" in error)) return undefined;
  return typeof error.errcode === "number" ? error.errcode : undefined;
}

/** Whether another program has the lock, so that a later attempt may succeed. */
export function isLocked(error: unknown): boolean {
  const code = (resultCode(error) ?? 0) & 0xff;
  return code === busy || code === locked;
}

/**
 * Converts a failure with a database file into one of `errors`, with the code `StoreUnavailable`. An `IntegrationPacksError`
 * stays.
 */
export function toDatabaseError(error: unknown, file: string, errors: DatabaseErrors): IntegrationPacksError {
  if (error instanceof IntegrationPacksError) return error;
  if (error instanceof DamagedRowError) return errors.damaged(file, error);
  const code = resultCode(error);
  if (code === undefined) return fileError(error, file, errors);
  if (code === readOnlyFileMoved) return errors.gone(file);
  switch (code & 0xff) {
    case busy:
    case locked:
      return errors.locked(file, error);
    case permissionDenied:
    case readOnly:
    case cannotOpen:
      return errors.notWritable(file, error);
    // The statements fit the tables of the format, so the file has other tables.
    case wrongStatement:
    case corrupt:
    case notADatabase:
      return errors.damaged(file, error);
    case full:
      return errors.failed(file, l10n.t("the disk is full"), error);
    case inputOutput:
      return errors.failed(file, l10n.t("the disk reported an error"), error);
    default:
      return errors.failed(file, messageOf(error), error);
  }
}

/** Converts an error of the file system. */
function fileError(error: unknown, file: string, errors: DatabaseErrors): IntegrationPacksError {
  switch (error instanceof Error && "code" in error ? error.code : undefined) {
    case "ENOENT":
    case "ENOTDIR":
      return errors.folderMissing(dirname(file), error);
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return errors.notWritable(file, error);
    // Windows: another program has the file open.
    case "EBUSY":
      return errors.locked(file, error);
    case "ENOSPC":
    case "EDQUOT":
      return errors.failed(file, l10n.t("the disk is full"), error);
    default:
      return errors.failed(file, messageOf(error), error);
  }
}
