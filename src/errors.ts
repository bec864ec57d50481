import { t } from "@vscode/l10n";

/** Why a request was rejected; other extensions rely on these words. */
export type ErrorCode =
  | "NotFound"
  | "InvalidRequest"
  | "NothingToRelease"
  | "AlreadyScheduled"
  | "Conflict"
  | "Unauthorized"
  | "Forbidden"
  | "RateLimited"
  | "Unreachable"
  | "OutcomeUnknown"
  | "Unsupported"
  | "StoreUnavailable";

/** An error that a user can read: its message says what happened and what to do. */
export class IntegrationPacksError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "IntegrationPacksError";
    this.code = code;
  }
}

/** What to tell a user of any error: a foreseen one in its own words, another one shortly. */
export function messageForUsers(error: unknown): string {
  if (error instanceof IntegrationPacksError) return error.message;
  return t("Something unexpected went wrong: {0}", error instanceof Error ? error.message : String(error));
}

const notFound = (message: string) => new IntegrationPacksError("NotFound", message);
const invalid = (message: string) => new IntegrationPacksError("InvalidRequest", message);
const storeUnavailable = (message: string, cause?: unknown) =>
  new IntegrationPacksError("StoreUnavailable", message, { cause });

/** One factory per error, so that the same failure always reads the same. */
export const errors = {
  packNotFound: (packId: string) =>
    notFound(
      t('There is no integration pack with the ID "{0}". Refresh the list and choose another one.', packId),
    ),
  componentNotFound: (componentId: string) =>
    notFound(
      t('There is no component with the ID "{0}". Refresh the list and choose another one.', componentId),
    ),
  packagedVersionNotFound: (packageId: string) =>
    notFound(
      t(
        'There is no packaged component with the ID "{0}". Refresh the list and choose another one.',
        packageId,
      ),
    ),
  componentNotInPack: (componentId: string, packName: string) =>
    notFound(
      t(
        '"{1}" has no component with the ID "{0}". Leave it out of the request, or add it to the pack first.',
        componentId,
        packName,
      ),
    ),
  versionNotFound: (version: string, componentName: string) =>
    notFound(t('"{1}" has no packaged version "{0}". Choose one of its versions.', version, componentName)),
  includedComponentNotFound: (componentId: string, packageId: string) =>
    notFound(
      t('The packaged component "{1}" includes no component with the ID "{0}".', componentId, packageId),
    ),
  accountGroupNotFound: (groupId: string) =>
    notFound(
      t('There is no account group with the ID "{0}". Refresh the list and choose another one.', groupId),
    ),
  packNotInGroup: (packName: string, groupName: string) =>
    notFound(t('"{0}" is not in the account group "{1}".', packName, groupName)),
  accountNotFound: (accountId: string) =>
    notFound(t('There is no managed account with the ID "{0}".', accountId)),
  notInstalled: (accountId: string, packName: string) =>
    notFound(t('"{1}" is not installed in the account "{0}".', accountId, packName)),
  releaseNotFound: (releaseId: string, packName: string) =>
    notFound(
      t(
        '"{1}" has no release with the ID "{0}". Refresh the list and choose another one.',
        releaseId,
        packName,
      ),
    ),
  notScheduled: (packName: string) =>
    notFound(t('"{0}" has no scheduled release. Schedule one first.', packName)),

  invalidRequest: (reason: string) => invalid(reason),
  emptyPack: (packName: string) =>
    invalid(t('"{0}" has no components. Add a packaged component before you release it.', packName)),
  componentLeaves: (componentName: string) =>
    invalid(
      t(
        '"{0}" is marked Deleted and leaves the pack with the next release. Undelete it before you choose a version.',
        componentName,
      ),
    ),
  noVersionChosen: (componentName: string) =>
    invalid(t('No version of "{0}" is chosen. Choose a shareable version.', componentName)),
  versionDeleted: (version: string, componentName: string) =>
    invalid(t('Version "{0}" of "{1}" is deleted. Choose another version.', version, componentName)),
  versionNotShareable: (version: string, componentName: string) =>
    invalid(
      t(
        'Version "{0}" of "{1}" is not shareable. Choose a shareable version, or allow sharing when you package it.',
        version,
        componentName,
      ),
    ),
  multiRenamed: (packName: string) =>
    invalid(
      t(
        '"{0}" has multiple attachments, so its name cannot be changed. Change its description only.',
        packName,
      ),
    ),
  noComponentChosen: () => invalid(t("No component is chosen. Choose at least one to add.")),
  componentPresent: (componentName: string, packName: string) =>
    invalid(t('"{0}" is in "{1}" already. Leave it out.', componentName, packName)),
  componentMarkedDeleted: (componentName: string, packName: string) =>
    invalid(
      t(
        '"{0}" is in "{1}" already, marked Deleted. Undelete it instead of adding it.',
        componentName,
        packName,
      ),
    ),
  apiServiceInMulti: (componentName: string, packName: string) =>
    invalid(
      t(
        '"{0}" is an API Service component, and "{1}" has multiple attachments. Add it to a pack with a single attachment.',
        componentName,
        packName,
      ),
    ),
  nothingShareable: (componentName: string) =>
    invalid(
      t(
        '"{0}" has no shareable version. Package one and allow sharing before you add the component.',
        componentName,
      ),
    ),
  tooManyComponents: (packName: string, maximum: number, room: number) =>
    invalid(
      t(
        '"{0}" holds at most {1} components and has room for {2} more. Choose fewer.',
        packName,
        maximum,
        room,
      ),
    ),
  notMarkedDeleted: (componentName: string) =>
    invalid(t('"{0}" is not marked Deleted, so there is nothing to undelete.', componentName)),
  packNeverReleased: (packName: string) =>
    invalid(
      t(
        '"{0}" was never released. Release it before you add it to an account group or install it.',
        packName,
      ),
    ),
  packInGroup: (packName: string, groupName: string) =>
    invalid(t('"{0}" is in the account group "{1}" already.', packName, groupName)),
  packNotShared: (packName: string, accountName: string) =>
    invalid(
      t(
        '"{0}" is not shared with "{1}". Add the pack to an account group that the account is in.',
        packName,
        accountName,
      ),
    ),
  alreadyInstalled: (packName: string, accountName: string) =>
    invalid(t('"{0}" is installed in "{1}" already. It gets each release by itself.', packName, accountName)),
  versionInUse: (version: string, componentName: string, packNames: readonly string[]) =>
    invalid(
      t(
        'Version "{0}" of "{1}" cannot be deleted: it is released, pending or scheduled in {2}. Choose another version there first.',
        version,
        componentName,
        packNames.map((name) => `"${name}"`).join(", "),
      ),
    ),
  versionAlreadyDeleted: (version: string, componentName: string) =>
    invalid(t('Version "{0}" of "{1}" is deleted already.', version, componentName)),
  versionNotDeleted: (version: string, componentName: string) =>
    invalid(
      t('Version "{0}" of "{1}" is not deleted, so there is nothing to restore.', version, componentName),
    ),
  unknownTimeZone: (timeZone: string) =>
    invalid(
      t(
        '"{0}" is not a time zone that is known here. Use an IANA name such as Europe/Berlin in the setting integrationPacks.scheduler.timeZone.',
        timeZone,
      ),
    ),
  impossibleDate: (date: string, timeZone: string) =>
    invalid(
      t('"{0}" is not a calendar date in {1}. Use a real date in the form yyyy-MM-dd.', date, timeZone),
    ),
  dateNotInFuture: (date: string, timeZone: string, earliest: string) =>
    invalid(
      t(
        "{0} is not after today in {1}. Choose {2} or a later date, or release immediately.",
        date,
        timeZone,
        earliest,
      ),
    ),
  dateMissing: () => invalid(t("A scheduled release needs a date. Give one in the form yyyy-MM-dd.")),
  dateOfImmediateRelease: () =>
    invalid(t("A release with a date is not made at once. Leave the date out, or schedule the release.")),
  noPendingUpdate: (accountName: string, packName: string) =>
    invalid(
      t(
        '"{0}" has no pending update of "{1}". An update can be applied from scheduling a release until its date.',
        accountName,
        packName,
      ),
    ),

  noPreviousRelease: (packName: string) =>
    invalid(
      t('This is the first known release of "{0}". Choose a later one to compare or go back.', packName),
    ),
  versionsOfTwoComponents: () =>
    invalid(
      t(
        "The two packaged versions belong to different components. Choose two versions of the same component.",
      ),
    ),

  nothingToRelease: (packName: string) =>
    new IntegrationPacksError(
      "NothingToRelease",
      t(
        'A release of "{0}" would change nothing: every component already has the chosen version. Choose another version first.',
        packName,
      ),
    ),
  alreadyScheduled: (packName: string, date: string, timeZone: string) =>
    new IntegrationPacksError(
      "AlreadyScheduled",
      t(
        '"{0}" is already scheduled for {1} ({2}). Change or cancel that release, or say that it is to be replaced.',
        packName,
        date,
        timeZone,
      ),
    ),
  conflict: (packName: string) =>
    new IntegrationPacksError(
      "Conflict",
      t(
        '"{0}" has changed since it was read. Nothing was released. Reload it, check what changed, and confirm again.',
        packName,
      ),
    ),
  unsupported: (reason: string) => new IntegrationPacksError("Unsupported", reason),

  invalidSnapshot: (path: string, problem: string) =>
    invalid(t("The snapshot was not imported: {0}: {1}", path, problem)),

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
    storeUnavailable(
      t(
        'The store "{0}" is damaged or is not a store of integration packs. It was left as it is. Restore it from a backup, or choose another file with integrationPacks.local.storePath.',
        file,
      ),
      cause,
    ),
  storeNewerFormat: (file: string, version: number) =>
    storeUnavailable(
      t('The store "{0}" has the newer format {1}. Update this extension to open it.', file, version),
    ),
  storeGone: (file: string) =>
    storeUnavailable(
      t(
        'The store "{0}" was moved, deleted or replaced while it was open. Put it back and retry, or reload the window to start anew.',
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
