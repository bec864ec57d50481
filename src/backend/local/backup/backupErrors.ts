import { t } from "@vscode/l10n";
import { errors, IntegrationPacksError, DamagedDatabaseError } from "../../../errors/errors.ts";
import { isLocked, toDatabaseError } from "../../sqlite/toDatabaseError.ts";
import { messageOf } from "../../../base/messageOf.ts";

/** Why a backup was not made or not restored; the store and its backups are left as they are. */
export const backupErrors = {
  backupFailed: (folder: string, reason: string, cause?: unknown) =>
    new IntegrationPacksError(
      "StoreUnavailable",
      t(
        'No backup of the store could be kept in "{0}": {1}. Nothing was changed. Remove the cause, then retry.',
        folder,
        reason,
      ),
      { cause },
    ),
  storeOfAnotherProgram: (store: string) =>
    new IntegrationPacksError(
      "StoreUnavailable",
      t(
        'The file "{0}" is the database of another program, so no backup is restored over it. Move it away, or choose another file with integrationPacks.local.storePath; then restore again.',
        store,
      ),
    ),
  backupNotFound: (file: string) =>
    errors.notFound(t('There is no backup "{0}". Choose another one with Restore from Backup…', file)),
  backupUnusable: (file: string, reason: string, cause?: unknown) =>
    new IntegrationPacksError(
      "InvalidRequest",
      t('"{0}" cannot be restored: {1}. Nothing was changed. Choose another backup.', file, reason),
      { cause },
    ),
};

/** What to tell the user when a copy of the store could not be kept in the folder. */
export function backupError(error: unknown, folder: string, store: string): IntegrationPacksError {
  if (error instanceof IntegrationPacksError) return error;
  const cause = toDatabaseError(error, store);
  if (cause instanceof DamagedDatabaseError || isLocked(error)) return cause;
  return backupErrors.backupFailed(folder, messageOf(error), error);
}
