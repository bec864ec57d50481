import * as l10n from "@vscode/l10n";
import { readPreselectedVersions } from "../../backend/readPreselectedVersions.ts";
import { packFingerprint } from "../../model/release/packFingerprint.ts";
import type { ComponentVersions } from "../../model/release/release.ts";
import { isStoppedByConflict } from "../../model/schedule/scheduledRelease.ts";
import { versionsToReleaseNow } from "../../model/schedule/scheduledVersions.ts";
import type { ModalQuestion } from "../../ui/ask/confirm.ts";
import { showInformation } from "../../ui/notifications.ts";
import { releaseBranch } from "../../ui/settings/settings.ts";
import { scheduledPackOf, type ScheduledPack } from "../ask/scheduledPackOf.ts";
import type { ConfirmedCommand } from "../confirmation.ts";

interface ImmediateRelease extends Pick<ScheduledPack, "pack" | "scheduled"> {
  /** What the dialog shows, and what is released. */
  readonly versions: ComponentVersions;
}

/**
 * Releases the scheduled versions of a pack now instead of on their date. Behind *Release Anyway…*, too: the dialog shows
 * how the pack differs from what was confirmed (rule 12).
 */
export const releaseNow: ConfirmedCommand<ImmediateRelease> = {
  async find(services, { args }) {
    const found = await scheduledPackOf(services, args[0], l10n.t("Release Scheduled Pack Now"));
    if (!found) return undefined;
    const { backend, pack, scheduled } = found;
    const preselected = await readPreselectedVersions(backend, pack, releaseBranch());
    return { pack, scheduled, versions: versionsToReleaseNow(pack, scheduled.versions, preselected) };
  },

  question: (_, found) => releaseQuestion(found),

  async act(services, { pack, versions }, confirmed) {
    const backend = await services.changes(confirmed).backend.get();
    await backend.release({
      packId: pack.packId,
      versions,
      replaceScheduled: true,
      expected: packFingerprint(pack),
    });
    void showInformation(l10n.t('"{0}" has been released.', pack.name), {
      title: l10n.t("Show Pack"),
      run: () => services.packsView.reveal(pack.packId),
    });
  },
};

function releaseQuestion({ pack, scheduled, versions }: ImmediateRelease): ModalQuestion {
  const { differences = [] } = scheduled;
  const isAnyway = isStoppedByConflict(scheduled) || differences.length > 0;
  return {
    message: isAnyway
      ? l10n.t('Release "{0}" anyway?', pack.name)
      : scheduled.state === "scheduled"
        ? l10n.t('Release "{0}" now instead of on its date?', pack.name)
        : l10n.t('Release "{0}" now?', pack.name),
    detail: [
      ...(isAnyway
        ? [l10n.t("The pack changed since its scheduled release was confirmed:"), differences]
        : []),
      l10n.t("Updates all accounts that have the pack installed immediately."),
      releaseLines(pack.components, versions),
    ],
    button: isAnyway ? l10n.t("Release Anyway") : l10n.t("Release Now"),
  };
}

/** A line for each component: the version before and after the release. */
function releaseLines(
  components: ScheduledPack["pack"]["components"],
  versions: ComponentVersions,
): string[] {
  return components.map(({ componentId, componentName, currentVersion, deleted }) => {
    const to = versions[componentId] ?? "";
    if (deleted) return l10n.t("{0}: {1} → removed", componentName, currentVersion);
    return currentVersion === ""
      ? l10n.t("{0}: new → {1}", componentName, to)
      : l10n.t("{0}: {1} → {2}", componentName, currentVersion, to);
  });
}
