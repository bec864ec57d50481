import * as l10n from "@vscode/l10n";
import { DamagedStoreError, IntegrationPacksError } from "../../errors/errors.ts";
import type { DatabaseErrors } from "../sqlite/databaseErrors.ts";

const unavailable = (message: string, cause?: unknown) =>
  new IntegrationPacksError("StoreUnavailable", message, { cause });

/** Creates the errors of a local store that cannot be used. */
export const storeErrors: DatabaseErrors = {
  locked: (file, cause) =>
    unavailable(
      l10n.t('The store "{0}" is locked by another program. Close that program, then retry.', file),
      cause,
    ),
  notWritable: (file, cause) =>
    unavailable(
      l10n.t(
        'The store "{0}" cannot be written. Allow writing to the file and its folder, or choose another place with integrationPacks.local.storePath.',
        file,
      ),
      cause,
    ),
  folderMissing: (folder, cause) =>
    unavailable(
      l10n.t(
        'The folder "{0}" of the store does not exist. Create it, or change integrationPacks.local.storePath.',
        folder,
      ),
      cause,
    ),
  damaged: (file, cause) =>
    new DamagedStoreError(
      "StoreUnavailable",
      l10n.t(
        'The store "{0}" is damaged or is not a store of integration packs. It was left as it is. Restore it from a backup, or choose another file with integrationPacks.local.storePath.',
        file,
      ),
      { cause },
    ),
  newerFormat: (file, version) =>
    unavailable(
      l10n.t(
        'The store "{0}" has the newer format {1}. Update this extension to open it. If no later version ever wrote it, it is damaged: move it away and restore a backup.',
        file,
        version,
      ),
    ),
  gone: (file) =>
    unavailable(
      l10n.t(
        'The store "{0}" was moved, deleted or replaced while it was open. Put it back and retry. If another store has taken its place, refreshing opens that one.',
        file,
      ),
    ),
  failed: (file, reason, cause) =>
    unavailable(
      l10n.t(
        'The store "{0}" cannot be used: {1}. Nothing was changed. Remove the cause, then retry.',
        file,
        reason,
      ),
      cause,
    ),
};
