import * as l10n from "@vscode/l10n";
import { packIdOf } from "../ask/packIdOf.ts";
import type { Call, Services } from "../command.ts";

/** Compares the versions of a pack's next release with the released ones. */
export async function compareWithReleased(services: Services, { args }: Call): Promise<void> {
  const packId = await packIdOf(services, args[0], {
    title: l10n.t("Compare Pending with Released Versions"),
    offer: ({ releasable }) => releasable,
    none: l10n.t("No integration pack has pending versions to compare."),
  });
  if (packId === undefined) return;
  const { comparePackWithReleased } = await import("../../comparison/packComparisons.ts");
  await comparePackWithReleased(await services.backend.get(), packId);
}
