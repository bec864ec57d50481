import { t } from "@vscode/l10n";
import type { Call, Services } from "./command.ts";
import { releaseOf } from "./pastReleases.ts";

/** Opens the wizard with exactly the versions of an earlier release. */
export async function rollBack(services: Services, call: Call): Promise<void> {
  const chosen = await releaseOf(services, call, {
    title: t("Roll Back to an Earlier Release"),
    offer: ({ latest }) => !latest,
    none: t("This pack has no earlier release to go back to."),
  });
  if (!chosen) return;
  const { versions, releasedAt } = chosen.past.release;
  const wizards = await services.wizards();
  await wizards.open(chosen.packId, { option: "immediate", versions, rollBackTo: releasedAt });
}
