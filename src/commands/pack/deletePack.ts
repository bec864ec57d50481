import * as l10n from "@vscode/l10n";
import { listed } from "../../base/language.ts";
import type { PackSharing } from "../../model/pack/accountGroup.ts";
import type { IntegrationPack } from "../../model/pack/pack.ts";
import { withZone } from "../../model/schedule/uncertainZone.ts";
import { facetOf } from "../../session/facetOf.ts";
import { formatCalendarDate } from "../../ui/dates.ts";
import { joinParts } from "../../ui/joinParts.ts";
import { showInformation } from "../../ui/notifications.ts";
import { packIdOf } from "../ask/packIdOf.ts";
import type { ConfirmedCommand } from "../confirmation.ts";

/** How many groups or accounts a message names before it only counts the rest. */
const maximumNames = 5;

interface Deletion {
  readonly pack: IntegrationPack;
  readonly sharing: PackSharing;
}

/** Deletes a pack. */
export const deletePack: ConfirmedCommand<Deletion> = {
  async find(services, { args }) {
    await facetOf(services, "editing");
    const packId = await packIdOf(services, args[0], {
      title: l10n.t("Delete Integration Pack"),
      none: l10n.t("There are no integration packs."),
    });
    if (packId === undefined) return undefined;
    const backend = await services.backend.get();
    return { pack: await backend.getPack(packId), sharing: await backend.getSharing(packId) };
  },

  question(_, { pack, sharing }) {
    const { name, scheduled } = pack;
    const { groups, installations } = sharing;
    return {
      message: l10n.t('Delete "{0}"?', name),
      detail: [
        l10n.t("The pack and the history of its releases are deleted. This cannot be undone."),
        joinParts(
          [
            scheduled &&
              l10n.t(
                "Its release that is scheduled for {0} is cancelled.",
                withZone(formatCalendarDate(scheduled.date), scheduled),
              ),
            groups.length > 0 &&
              l10n.t("It leaves the account groups: {0}.", listNames(groups.map((group) => group.name))),
            describeUninstallations(installations),
          ],
          " ",
        ),
      ],
      button: l10n.t("Delete"),
    };
  },

  severalQuestion: (_, deletions) => ({
    message: l10n.t("Delete {0} integration packs?", deletions.length),
    detail: [
      l10n.t(
        "The packs and the histories of their releases are deleted. Their scheduled releases are cancelled, and they are uninstalled wherever they are installed. This cannot be undone.",
      ),
      deletions.map(({ pack }) => pack.name),
    ],
    button: l10n.t("Delete"),
  }),

  async act(services, { pack }, confirmed) {
    await (await facetOf(services.changes(confirmed), "editing")).deletePack(pack.packId);
    services.log.info(`Deleted pack ${pack.packId}`);
    void showInformation(l10n.t('"{0}" was deleted.', pack.name));
  },
};

function describeUninstallations(installations: PackSharing["installations"]): string | undefined {
  if (!installations) return l10n.t("It is uninstalled wherever it is installed.");
  if (installations.length === 0) return undefined;
  return l10n.t("It is uninstalled in: {0}.", listNames(installations.map(({ accountName }) => accountName)));
}

function listNames(names: readonly string[]): string {
  const named = listed(names.slice(0, maximumNames));
  const rest = names.length - maximumNames;
  return rest > 0 ? l10n.t("{0} and {1} more", named, rest) : named;
}
