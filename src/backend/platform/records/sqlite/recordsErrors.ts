import * as l10n from "@vscode/l10n";
import { RecordsUnavailableError } from "../../../../errors/errors.ts";
import type { DatabaseErrors } from "../../../sqlite/databaseErrors.ts";

const unavailable = (message: string, cause?: unknown) =>
  new RecordsUnavailableError("StoreUnavailable", message, { cause });

/** Creates the errors of records that cannot be used. */
export const recordsErrors: DatabaseErrors = {
  locked: (file, cause) =>
    unavailable(
      l10n.t(
        'The records of Boomi releases in "{0}" are locked by another program. Close that program, then retry.',
        file,
      ),
      cause,
    ),
  notWritable: (file, cause) =>
    unavailable(
      l10n.t(
        'The records of Boomi releases in "{0}" cannot be written. Allow writing to the file and its folder, then retry.',
        file,
      ),
      cause,
    ),
  folderMissing: (folder, cause) =>
    unavailable(
      l10n.t(
        'The folder "{0}" of the records of Boomi releases does not exist. Create it, then retry.',
        folder,
      ),
      cause,
    ),
  damaged: (file, cause) =>
    unavailable(
      l10n.t(
        'The records of Boomi releases in "{0}" are damaged. The file was left as it is, and is never overwritten. Move it to another folder, then retry: new records begin, without the history of releases from this workspace, the scheduled releases that this workspace runs, and the releases whose outcome is not known. Packs, and what Boomi schedules, are not affected.',
        file,
      ),
      cause,
    ),
  moved: (file, where) =>
    unavailable(
      l10n.t(
        'The records of Boomi releases in "{0}" were moved to the shared records at {1}. Set integrationPacks.platform.records to their address, or name them with --records.',
        file,
        where,
      ),
    ),
  newerFormat: (file, version) =>
    unavailable(
      l10n.t(
        'The records of Boomi releases in "{0}" have the newer format {1}. Update this extension to open them. If no later version ever wrote them, they are damaged: move the file to another folder, then retry.',
        file,
        version,
      ),
    ),
  gone: (file) =>
    unavailable(
      l10n.t(
        'The records of Boomi releases in "{0}" were moved, deleted or replaced while they were open. Put the file back and retry. If another file has taken its place, refreshing opens that one.',
        file,
      ),
    ),
  failed: (file, reason, cause) =>
    unavailable(
      l10n.t(
        'The records of Boomi releases in "{0}" cannot be used: {1}. Nothing was changed. Remove the cause, then retry.',
        file,
        reason,
      ),
      cause,
    ),
};
