import * as l10n from "@vscode/l10n";
import { joinSentences } from "../../base/language.ts";
import { IntegrationPacksError, whatHappened } from "../../errors/errors.ts";

const outcomeUnknown = (message: string, cause?: IntegrationPacksError) =>
  new IntegrationPacksError("OutcomeUnknown", message, cause && { cause });

/** Another request has the pack's turn, or had it in between. Nothing was sent. */
export class NotItsTurnError extends IntegrationPacksError {
  constructor(message: string) {
    super("Conflict", message);
  }
}

const notItsTurn = (message: string) => new NotItsTurnError(message);

/** Why a release was not made, or why its outcome is not known. */
export const platformReleaseErrors = {
  /** Nothing was released, for the reason that the platform or the network gave. */
  notReleased: (packName: string, reason: IntegrationPacksError) =>
    new IntegrationPacksError(reason.code, l10n.t('"{0}" was not released. {1}', packName, reason.message)),
  failed: (packName: string, reason: string) =>
    new IntegrationPacksError(
      "InvalidRequest",
      reason === ""
        ? l10n.t(
            'The platform could not release "{0}" and gave no reason. Look at the pack in Boomi, then try again.',
            packName,
          )
        : l10n.t(
            'The platform could not release "{0}": {1} Remove the cause, then try again.',
            packName,
            reason,
          ),
    ),
  unknown: (packName: string, reason?: IntegrationPacksError) =>
    outcomeUnknown(
      joinSentences(
        l10n.t('The release of "{0}" was sent, but its answer was lost.', packName),
        reason ? whatHappened(reason) : "",
        l10n.t(
          "The pack does not show the release yet. It is not sent again by itself. Refresh in a few minutes. If the chosen versions are the current ones then, the pack was released. Otherwise release again.",
        ),
      ),
    ),
  followingFailed: (packName: string, reason: IntegrationPacksError) =>
    outcomeUnknown(
      l10n.t(
        'The platform accepted the release of "{0}", but its outcome could not be read: {1} It is not sent again. Refresh in a few minutes to see the outcome in the history.',
        packName,
        joinSentences(whatHappened(reason)),
      ),
      reason,
    ),
  stillRunning: (packName: string) =>
    outcomeUnknown(
      l10n.t(
        'The platform is still releasing "{0}". The release is not sent again. Refresh later to see the outcome in the history.',
        packName,
      ),
    ),
  underWay: (packName: string) =>
    notItsTurn(
      l10n.t(
        'A release of "{0}" is under way, here or in another window. Wait for its end, then confirm again.',
        packName,
      ),
    ),
  claimLost: (packName: string) =>
    notItsTurn(
      l10n.t(
        'Nothing of "{0}" was sent: it took too long, and another window may have released it. Refresh, then confirm again.',
        packName,
      ),
    ),
  scheduleChanged: (packName: string) =>
    notItsTurn(
      l10n.t(
        'Nothing of "{0}" was sent: its scheduled release was changed, cancelled or released. Refresh, then confirm again.',
        packName,
      ),
    ),
  /** `sentAt` is an ISO instant. */
  earlierUnknown: (packName: string, sentAt: string) =>
    outcomeUnknown(
      l10n.t(
        'The outcome of the release of "{0}" that was sent at {1} is unknown. Look at the pack in Boomi. If it was not released, confirm the release again in the wizard.',
        packName,
        sentAt,
      ),
    ),

  notScheduled: (packName: string, reason: IntegrationPacksError) =>
    new IntegrationPacksError(
      reason.code,
      l10n.t('The release of "{0}" was not scheduled. {1}', packName, reason.message),
    ),
  scheduleUnknown: (packName: string, reason?: IntegrationPacksError) =>
    outcomeUnknown(
      joinSentences(
        l10n.t('The scheduled release of "{0}" was sent, but its answer was lost.', packName),
        reason ? whatHappened(reason) : "",
        l10n.t(
          "It is not sent again by itself. Look at the pack in Boomi. If the release is scheduled, its date stands above the components.",
        ),
      ),
    ),
  /** `reason` is Boomi's. */
  scheduledElsewhere: (packName: string, reason: string) =>
    new IntegrationPacksError(
      "AlreadyScheduled",
      l10n.t(
        'A release of "{0}" is already scheduled in Boomi. {1} Nothing was changed. Change that release, or say that it is to be replaced.',
        packName,
        reason,
      ),
    ),
  scheduleGone: (packName: string) =>
    outcomeUnknown(
      l10n.t(
        'Boomi no longer reports the scheduled release of "{0}". It may have been released, changed or cancelled there. Look at the pack in Boomi, then change, release or remove it here.',
        packName,
      ),
    ),
  cannotCancel: () => new IntegrationPacksError("Unsupported", cancelUnsupported()),
  keptByPlatform: (packName: string) =>
    new IntegrationPacksError(
      "Unsupported",
      l10n.t(
        'The platform runs the scheduled release of "{0}" and cannot return it to this workspace. Release it now, or set integrationPacks.platform.scheduleWith to platform to change it.',
        packName,
      ),
    ),
};

/** Why a scheduled release that the platform keeps cannot be cancelled. */
export function cancelUnsupported(): string {
  return l10n.t(
    "The Boomi Platform API cannot cancel a scheduled release. Change its date or its versions, release it now, or cancel it in Boomi. With integrationPacks.platform.scheduleWith set to workspace, later scheduled releases can be cancelled here.",
  );
}
