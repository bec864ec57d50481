import { t } from "@vscode/l10n";
import { IntegrationPacksError, DamagedDatabaseError } from "../../errors/errors.ts";

const unavailable = (message: string, cause?: unknown) =>
  new IntegrationPacksError("StoreUnavailable", message, { cause });

/**
 * Creates the errors of a database file that cannot be used. All have the code `StoreUnavailable`; the file stays as it
 * is.
 */
export const databaseErrors = {
  locked: (file: string, cause?: unknown) =>
    unavailable(
      t('The store "{0}" is locked by another program. Close that program, then retry.', file),
      cause,
    ),
  notWritable: (file: string, cause?: unknown) =>
    unavailable(
      t(
        'The store "{0}" cannot be written. Allow writing to the file and its folder, or choose another place with integrationPacks.local.storePath.',
        file,
      ),
      cause,
    ),
  folderMissing: (folder: string, cause?: unknown) =>
    unavailable(
      t(
        'The folder "{0}" of the store does not exist. Create it, or change integrationPacks.local.storePath.',
        folder,
      ),
      cause,
    ),
  damaged: (file: string, cause?: unknown) =>
    new DamagedDatabaseError(
      "StoreUnavailable",
      t(
        'The store "{0}" is damaged or is not a store of integration packs. It was left as it is. Restore it from a backup, or choose another file with integrationPacks.local.storePath.',
        file,
      ),
      { cause },
    ),
  newerFormat: (file: string, version: number) =>
    unavailable(
      t(
        'The store "{0}" has the newer format {1}. Update this extension to open it. If no later version ever wrote it, it is damaged: move it away and restore a backup.',
        file,
        version,
      ),
    ),
  gone: (file: string) =>
    unavailable(
      t(
        'The store "{0}" was moved, deleted or replaced while it was open. Put it back and retry. If another store has taken its place, refreshing opens that one.',
        file,
      ),
    ),
  failed: (file: string, reason: string, cause?: unknown) =>
    unavailable(
      t(
        'The store "{0}" cannot be used: {1}. Nothing was changed. Remove the cause, then retry.',
        file,
        reason,
      ),
      cause,
    ),
};
