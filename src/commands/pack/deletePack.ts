import { t } from "@vscode/l10n";
import * as vscode from "vscode";
import type { PackSharing } from "../../model/pack/accountGroup.ts";
import { packNameKey, type IntegrationPack } from "../../model/pack/pack.ts";
import { withZone } from "../../model/schedule/uncertainZone.ts";
import { facetOf } from "../../session/facetOf.ts";
import { confirm } from "../../ui/confirm.ts";
import { formatCalendarDate } from "../../ui/dates.ts";
import { joinParts } from "../../ui/joinParts.ts";
import { showInformation } from "../../ui/notifications.ts";
import { asInputText } from "../../ui/plainText.ts";
import { packIdOf } from "../ask/packIdOf.ts";
import type { Call, Services } from "../command.ts";

/** How many groups or accounts a message names before it only counts the rest. */
const maximumNames = 5;

/** Deletes a pack. A person sees the consequences, and must type the name of a pack that may be installed. */
export async function deletePack(services: Services, { args, byPerson }: Call): Promise<void> {
  const editing = await facetOf(services, "editing");
  const title = t("Delete Integration Pack");
  const packId = await packIdOf(services, args[0], { title, none: t("There are no integration packs.") });
  if (packId === undefined) return;
  const backend = await services.backend.get();
  const pack = await backend.getPack(packId);
  if (byPerson && !(await isConfirmed(title, pack, await backend.getSharing(packId)))) return;
  await editing.deletePack(packId);
  services.log.info(`Deleted pack ${packId}`);
  if (byPerson) void showInformation(t('"{0}" was deleted.', pack.name));
}

function isConfirmed(title: string, pack: IntegrationPack, sharing: PackSharing): Promise<boolean> {
  const { name, scheduled } = pack;
  const { groups, installations } = sharing;
  const parts = [
    t("The pack and the history of its releases are deleted. This cannot be undone."),
    scheduled &&
      t(
        "Its release that is scheduled for {0} is cancelled.",
        withZone(formatCalendarDate(scheduled.date), scheduled),
      ),
    groups.length > 0 &&
      t("It leaves the account groups: {0}.", listNames(groups.map((group) => group.name))),
    describeUninstallations(installations),
  ];
  const consequences = joinParts(parts, " ");
  // Without a list of installations, a pack that is shared may be installed.
  const mayBeInstalled = installations === undefined ? groups.length > 0 : installations.length > 0;
  if (mayBeInstalled) return confirmByName(title, name, consequences);
  return confirm(t('Delete "{0}"?', name), consequences, t("Delete"));
}

function describeUninstallations(installations: PackSharing["installations"]): string | undefined {
  if (!installations) return t("It is uninstalled wherever it is installed.");
  if (installations.length === 0) return undefined;
  return t("It is uninstalled in: {0}.", listNames(installations.map(({ accountName }) => accountName)));
}

function listNames(names: readonly string[]): string {
  const named = names.slice(0, maximumNames).join(", ");
  const rest = names.length - maximumNames;
  return rest > 0 ? t("{0} and {1} more", named, rest) : named;
}

async function confirmByName(title: string, name: string, consequences: string): Promise<boolean> {
  const typed = await vscode.window.showInputBox({
    title: `${title}: ${name}`,
    prompt: asInputText(t("{0} Type the name of the pack to delete it.", consequences)),
    placeHolder: name,
    ignoreFocusOut: true,
    validateInput: (text) =>
      packNameKey(text) === packNameKey(name) ? undefined : t("This is not the name of the pack yet."),
  });
  return typed !== undefined;
}
