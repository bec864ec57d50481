import * as l10n from "@vscode/l10n";
import { runCommand } from "../../contributions.ts";
import { IntegrationPacksError } from "../../errors/errors.ts";
import type { NotificationAction } from "../../ui/notifications.ts";

/** Whether a scheduled release was not sent because its pack differs from what was confirmed (rule 12). */
export function isConflict(error: unknown): boolean {
  return error instanceof IntegrationPacksError && error.code === "Conflict";
}

/** What a person can do about a release that differs from what was confirmed. It is never retried as it is (rule 12). */
export function decisionsOnConflict(packId: string): NotificationAction[] {
  return [
    { title: l10n.t("Release Anyway…"), run: () => runCommand("integrationPacks.releaseAnyway", packId) },
    { title: l10n.t("Change…"), run: () => runCommand("integrationPacks.editSchedule", packId) },
    { title: l10n.t("Cancel…"), run: () => runCommand("integrationPacks.cancelSchedule", packId) },
  ];
}

/** What a person can do about a scheduled release that Boomi no longer reports. */
export function decisionsOnUnknown(packId: string): NotificationAction[] {
  return [
    { title: l10n.t("Change…"), run: () => runCommand("integrationPacks.editSchedule", packId) },
    { title: l10n.t("Remove from List…"), run: () => runCommand("integrationPacks.cancelSchedule", packId) },
  ];
}
