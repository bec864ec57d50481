import { t } from "@vscode/l10n";
import { IntegrationPacksError, DamagedDatabaseError } from "../../errors/errors.ts";

const storeUnavailable = (message: string, cause?: unknown) =>
  new IntegrationPacksError("StoreUnavailable", message, { cause });

/** Why the store cannot be used; the file is left as it is. */
export const storeErrors = {
  storeLocked: (file: string, cause?: unknown) =>
    storeUnavailable(
      t('The store "{0}" is locked by another program. Close that program, then retry.', file),
      cause,
    ),
  storeNotWritable: (file: string, cause?: unknown) =>
    storeUnavailable(
      t(
        'The store "{0}" cannot be written. Allow writing to the file and its folder, or choose another place with integrationPacks.local.storePath.',
        file,
      ),
      cause,
    ),
  storeFolderMissing: (folder: string, cause?: unknown) =>
    storeUnavailable(
      t(
        'The folder "{0}" of the store does not exist. Create it, or change integrationPacks.local.storePath.',
        folder,
      ),
      cause,
    ),
  storeDamaged: (file: string, cause?: unknown) =>
    new DamagedDatabaseError(
      "StoreUnavailable",
      t(
        'The store "{0}" is damaged or is not a store of integration packs. It was left as it is. Restore it from a backup, or choose another file with integrationPacks.local.storePath.',
        file,
      ),
      { cause },
    ),
  storeOfAnotherProgram: (file: string) =>
    storeUnavailable(
      t(
        'The file "{0}" is the database of another program, so no backup is restored over it. Move it away, or choose another file with integrationPacks.local.storePath; then restore again.',
        file,
      ),
    ),
  storeNewerFormat: (file: string, version: number) =>
    storeUnavailable(
      t(
        'The store "{0}" has the newer format {1}. Update this extension to open it. If no later version ever wrote it, it is damaged: move it away and restore a backup.',
        file,
        version,
      ),
    ),
  storeGone: (file: string) =>
    storeUnavailable(
      t(
        'The store "{0}" was moved, deleted or replaced while it was open. Put it back and retry. If another store has taken its place, refreshing opens that one.',
        file,
      ),
    ),
  storeFailed: (file: string, reason: string, cause?: unknown) =>
    storeUnavailable(
      t(
        'The store "{0}" cannot be used: {1}. Nothing was changed. Remove the cause, then retry.',
        file,
        reason,
      ),
      cause,
    ),
};
