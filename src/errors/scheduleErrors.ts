import * as l10n from "@vscode/l10n";
import { errors, IntegrationPacksError } from "./errors.ts";

/** Creates the errors of scheduled releases, their dates and time zones. */
export const scheduleErrors = {
  notScheduled: (packName: string) =>
    errors.notFound(l10n.t('"{0}" has no scheduled release. Schedule one first.', packName)),
  /** `when`: the date as it is shown. */
  alreadyScheduled: (packName: string, when: string) =>
    new IntegrationPacksError(
      "AlreadyScheduled",
      l10n.t(
        '"{0}" is already scheduled for {1}. Change or cancel that release, or say that it is to be replaced.',
        packName,
        when,
      ),
    ),
  /** `differences` are sentences. */
  changedSinceConfirmed: (packName: string, differences: readonly string[]) =>
    new IntegrationPacksError(
      "Conflict",
      l10n.t(
        '"{0}" was not released, because it differs from what was confirmed. {1} Release it anyway, change the scheduled release, or cancel it.',
        packName,
        differences.join(" "),
      ),
    ),
  noCalendarDate: () => errors.invalidRequest(l10n.t("Enter a date as YYYY-MM-DD.")),
  skippedDate: (date: string, timeZone: string) =>
    errors.invalidRequest(
      l10n.t("{0} does not exist in the time zone {1}. Choose another date.", date, timeZone),
    ),
  dateNotInFuture: (date: string, timeZone: string, earliest: string) =>
    errors.invalidRequest(
      l10n.t(
        "{0} is not after today in {1}. Choose {2} or a later date, or release immediately.",
        date,
        timeZone,
        earliest,
      ),
    ),
  noPendingUpdate: (accountName: string, packName: string) =>
    errors.invalidRequest(
      l10n.t(
        '"{0}" has no pending update of "{1}". An update can be applied from scheduling a release until its date.',
        accountName,
        packName,
      ),
    ),
};
