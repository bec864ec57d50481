import * as l10n from "@vscode/l10n";
import { runCommand, type CommandId } from "../../contributions.ts";
import { pastReleases } from "../../model/release/pastRelease.ts";
import { pick } from "../../ui/ask/pick.ts";
import { packIdOf } from "../ask/packIdOf.ts";
import { pickRelease } from "../ask/pickRelease.ts";
import type { Call, Services } from "../command.ts";

/** Shows the past releases of a pack to pick from, then the actions for the picked one. */
export async function showReleaseHistory(services: Services, { args }: Call): Promise<void> {
  const title = l10n.t("Release History");
  const packId = await packIdOf(services, args[0], {
    title,
    offer: ({ released }) => released,
    none: l10n.t("No integration pack has been released yet."),
  });
  if (packId === undefined) return;
  const releases = pastReleases(await (await services.backend.get()).history(packId));
  const none = l10n.t("This pack has not been released yet.");
  const past = await pickRelease(services, { title, none }, releases);
  if (!past) return;
  const actions: { label: string; value: CommandId }[] = [
    ...(past.previous
      ? [
          {
            label: l10n.t("Compare With Previous Release"),
            value: "integrationPacks.compareWithPrevious" as const,
          },
        ]
      : []),
    { label: l10n.t("Open Release Notes"), value: "integrationPacks.openReleaseNotes" },
    { label: l10n.t("Copy Release Notes"), value: "integrationPacks.copyReleaseNotes" },
    ...(past.latest
      ? []
      : [{ label: l10n.t("Roll Back to This Release…"), value: "integrationPacks.rollBack" as const }]),
  ];
  const action = await pick(title, actions, none, l10n.t("Select what to do with the release"));
  if (action) await runCommand(action.value, packId, past.release.releaseId);
}
