import * as l10n from "@vscode/l10n";
import { scheduledPackOf } from "../ask/scheduledPackOf.ts";
import type { Call, Services } from "../command.ts";

/** Compares the versions of a pack's scheduled release with the released ones. */
export async function compareScheduledWithReleased(services: Services, { args }: Call): Promise<void> {
  const title = l10n.t("Compare Scheduled with Released Versions");
  const found = await scheduledPackOf(services, args[0], title);
  if (!found) return;
  const { compareScheduledVersions } = await import("../../comparison/packComparisons.ts");
  await compareScheduledVersions(found.backend, found.pack);
}
