import * as l10n from "@vscode/l10n";
import { errors, IntegrationPacksError } from "../../../errors/errors.ts";

/** Creates the errors of making and restoring backups. The store and its backups stay as they are. */
export const backupErrors = {
  backupFailed: (folder: string, reason: string, cause?: unknown) =>
    new IntegrationPacksError(
      "StoreUnavailable",
      l10n.t(
        'The store could not be backed up to "{0}": {1}. Nothing was changed. Remove the cause, then retry.',
        folder,
        reason,
      ),
      { cause },
    ),
  storeOfAnotherProgram: (store: string) =>
    new IntegrationPacksError(
      "StoreUnavailable",
      l10n.t(
        'The file "{0}" is the database of another program, so no backup is restored over it. Move it away, or choose another file with integrationPacks.local.storePath; then restore again.',
        store,
      ),
    ),
  backupNotFound: (file: string) =>
    errors.notFound(l10n.t('There is no backup "{0}". Choose another one with Restore from Backup…', file)),
  backupUnusable: (file: string, reason: string, cause?: unknown) =>
    new IntegrationPacksError(
      "InvalidRequest",
      l10n.t('"{0}" cannot be restored: {1}. Nothing was changed. Choose another backup.', file, reason),
      { cause },
    ),
};
