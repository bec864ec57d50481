import { t } from "@vscode/l10n";
import { dirname } from "node:path";
import { IntegrationPacksError } from "../../errors/errors.ts";
import { DamagedRowError } from "./rows.ts";
import { storeErrors } from "./storeErrors.ts";

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

/** The extended result code of an error of SQLite. */
function resultCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !("errcode" in error)) return undefined;
  return typeof error.errcode === "number" ? error.errcode : undefined;
}

/** Whether another program holds the lock that was needed, so that trying again may help. */
export function isLocked(error: unknown): boolean {
  const code = (resultCode(error) ?? 0) & 0xff;
  return code === busy || code === locked;
}

/** What to tell the user when the store file could not be used: every cause as `StoreUnavailable`. */
export function storeError(error: unknown, file: string): IntegrationPacksError {
  if (error instanceof IntegrationPacksError) return error;
  if (error instanceof DamagedRowError) return storeErrors.storeDamaged(file, error);
  const code = resultCode(error);
  if (code === undefined) return fileError(error, file);
  if (code === readOnlyFileMoved) return storeErrors.storeGone(file);
  switch (code & 0xff) {
    case busy:
    case locked:
      return storeErrors.storeLocked(file, error);
    case permissionDenied:
    case readOnly:
    case cannotOpen:
      return storeErrors.storeNotWritable(file, error);
    // Our statements fit our tables, so the tables are not ours any more.
    case wrongStatement:
    case corrupt:
    case notADatabase:
      return storeErrors.storeDamaged(file, error);
    case full:
      return storeErrors.storeFailed(file, t("the disk is full"), error);
    case inputOutput:
      return storeErrors.storeFailed(file, t("the disk reported an error"), error);
    default:
      return storeErrors.storeFailed(file, reasonOf(error), error);
  }
}

/** An error of the file system. */
function fileError(error: unknown, file: string): IntegrationPacksError {
  switch (error instanceof Error && "code" in error ? error.code : undefined) {
    case "ENOENT":
    case "ENOTDIR":
      return storeErrors.storeFolderMissing(dirname(file), error);
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return storeErrors.storeNotWritable(file, error);
    case "ENOSPC":
    case "EDQUOT":
      return storeErrors.storeFailed(file, t("the disk is full"), error);
    default:
      return storeErrors.storeFailed(file, reasonOf(error), error);
  }
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
