import * as l10n from "@vscode/l10n";
import { capabilityErrors } from "../../errors/capabilityErrors.ts";
import { scheduleErrors } from "../../errors/scheduleErrors.ts";
import { sharingErrors } from "../../errors/sharingErrors.ts";
import type { Installation } from "../../model/pack/accountGroup.ts";
import { withZone } from "../../model/schedule/uncertainZone.ts";
import { facetOf } from "../../session/facetOf.ts";
import { pick } from "../../ui/ask/pick.ts";
import { formatCalendarDate } from "../../ui/dates.ts";
import { showInformation } from "../../ui/notifications.ts";
import { rowSubject } from "../ask/rowSubject.ts";
import { scheduledPackOf, type ScheduledPack } from "../ask/scheduledPackOf.ts";
import { textArgument } from "../ask/textArgument.ts";
import type { ConfirmedCommand } from "../confirmation.ts";

interface PendingUpdate extends ScheduledPack {
  readonly account: Installation;
}

/** Applies the scheduled versions of a pack to one account before their date (testing period). */
export const applyPendingUpdate: ConfirmedCommand<PendingUpdate> = {
  async find(services, { args }) {
    const title = l10n.t("Apply Pending Update");
    const found = await scheduledPackOf(services, args[0], title);
    if (!found) return undefined;
    const { backend, schedules, pack } = found;
    if (!schedules.applyPendingUpdate) throw capabilityErrors.applyPendingUpdate();
    const { installations = [] } = await backend.getSharing(pack.packId);
    const accountId =
      textArgument(args, 1) ?? rowSubject(args[0]).accountId ?? (await pickAccount(title, installations));
    if (accountId === undefined) return undefined;
    const account = installations.find((each) => each.accountId === accountId);
    if (!account) throw sharingErrors.notInstalled(accountId, pack.name);
    if (!account.pendingUpdate) throw scheduleErrors.noPendingUpdate(account.accountName, pack.name);
    return { ...found, account };
  },

  question(_, { pack, scheduled, account }) {
    return {
      message: l10n.t('Apply the pending update of "{0}" to "{1}"?', pack.name, account.accountName),
      detail: [
        l10n.t(
          "The account is updated to the versions that are scheduled for {0} immediately. The other accounts are updated on that date.",
          withZone(formatCalendarDate(scheduled.date), scheduled),
        ),
      ],
      button: l10n.t("Apply"),
    };
  },

  async act(services, { pack, account }, confirmed) {
    const schedules = await facetOf(services.changes(confirmed), "schedules");
    if (!schedules.applyPendingUpdate) throw capabilityErrors.applyPendingUpdate();
    await schedules.applyPendingUpdate(pack.packId, account.accountId);
    void showInformation(
      l10n.t('The pending update of "{0}" was applied to "{1}".', pack.name, account.accountName),
    );
  },
};

async function pickAccount(
  title: string,
  installations: readonly Installation[],
): Promise<string | undefined> {
  const picks = installations
    .filter(({ pendingUpdate }) => pendingUpdate)
    .map(({ accountId, accountName }) => ({ label: accountName, value: accountId }));
  const none = l10n.t("No account has a pending update of this pack.");
  return (await pick(title, picks, none, l10n.t("Select an account")))?.value;
}
