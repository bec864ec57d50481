import { t } from "@vscode/l10n";
import { readPreselectedVersions } from "../../backend/readPreselectedVersions.ts";
import { packFingerprint } from "../../model/release/packFingerprint.ts";
import type { ComponentVersions } from "../../model/release/release.ts";
import { versionsToReleaseNow } from "../../model/schedule/scheduledVersions.ts";
import { confirm } from "../../ui/confirm.ts";
import { showInformation } from "../../ui/notifications.ts";
import { releaseBranch } from "../../ui/settings.ts";
import { scheduledPackOf, type ScheduledPack } from "../ask/scheduledPackOf.ts";
import type { Call, Services } from "../command.ts";

/** Releases the scheduled versions of a pack now instead of on their date. A person is asked first. */
export async function releaseNow(services: Services, { args, byPerson }: Call): Promise<void> {
  const found = await scheduledPackOf(services, args[0], t("Release Scheduled Pack Now"));
  if (!found) return;
  const { backend, pack, scheduled } = found;
  const preselected = await readPreselectedVersions(backend, pack, releaseBranch());
  const versions = versionsToReleaseNow(pack, scheduled.versions, preselected);
  if (byPerson && !(await isConfirmed(found, versions))) return;
  await backend.release({
    packId: pack.packId,
    versions,
    replaceScheduled: true,
    expected: packFingerprint(pack),
  });
  if (!byPerson) return;
  void showInformation(t('"{0}" has been released.', pack.name), {
    title: t("Show Pack"),
    run: () => services.packsView.reveal(pack.packId),
  });
}

function isConfirmed({ pack, scheduled }: ScheduledPack, versions: ComponentVersions): Promise<boolean> {
  const lines = pack.components.map(({ componentId, componentName, currentVersion, deleted }) => {
    const version = deleted ? t("removed") : versions[componentId];
    return `${componentName}: ${currentVersion || t("new")} → ${version}`;
  });
  return confirm(
    scheduled.state === "scheduled"
      ? t('Release "{0}" now instead of on its date?', pack.name)
      : t('Release "{0}" now?', pack.name),
    t("Every account that has the pack installed moves to this release at once.\n\n{0}", lines.join("\n")),
    t("Release Now"),
  );
}
