import * as l10n from "@vscode/l10n";
import { releaseOf } from "../ask/releaseOf.ts";
import type { Call, Services } from "../command.ts";

/** Compares a release with the release before it. */
export async function compareWithPrevious(services: Services, call: Call): Promise<void> {
  const chosen = await releaseOf(services, call, {
    title: l10n.t("Compare With Previous Release"),
    offer: ({ previous }) => previous !== undefined,
    none: l10n.t("This pack has no two releases to compare."),
  });
  if (!chosen) return;
  const { packId, past } = chosen;
  const { compareReleaseWithPrevious } = await import("../../comparison/packComparisons.ts");
  await compareReleaseWithPrevious(await services.backend.get(), packId, past.release.releaseId);
}
