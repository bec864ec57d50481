import { t } from "@vscode/l10n";
import type { Backend } from "../../backend/backend.ts";
import { capabilityErrors } from "../../errors/capabilityErrors.ts";
import { showInformation } from "../../ui/notifications.ts";
import { withoutIcons } from "../../ui/plainText.ts";
import { pick } from "../ask/pick.ts";
import { rowSubject } from "../ask/rowSubject.ts";
import { scheduledPackOf } from "../ask/scheduledPackOf.ts";
import { textArgument } from "../ask/textArgument.ts";
import type { Call, Services } from "../command.ts";

/** Applies the scheduled versions of a pack to one account before their date (testing period). */
export async function applyPendingUpdate(services: Services, { args, byPerson }: Call): Promise<void> {
  const title = t("Apply Pending Update");
  const found = await scheduledPackOf(services, args[0], title);
  if (!found) return;
  const { backend, schedules, pack } = found;
  if (!schedules.applyPendingUpdate) throw capabilityErrors.applyPendingUpdate();
  const accountId =
    textArgument(args, 1) ??
    rowSubject(args[0]).accountId ??
    (await pickAccount(title, backend, pack.packId));
  if (accountId === undefined) return;
  await schedules.applyPendingUpdate(pack.packId, accountId);
  if (byPerson) void showInformation(t('The pending update of "{0}" was applied.', pack.name));
}

async function pickAccount(title: string, backend: Backend, packId: string): Promise<string | undefined> {
  const { installations = [] } = await backend.getSharing(packId);
  const picks = installations
    .filter(({ pendingUpdate }) => pendingUpdate)
    .map(({ accountId, accountName }) => ({ label: withoutIcons(accountName), value: accountId }));
  return pick(title, picks, t("No account has a pending update of this pack."));
}
