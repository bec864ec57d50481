import * as l10n from "@vscode/l10n";
import type { Call, Services } from "../command.ts";
import { releasedPackOf } from "./releasedPackOf.ts";

/** Asks the accounts again which of them have a pack, and shows them in the packs view. */
export async function readInstallations(services: Services, { args }: Call): Promise<void> {
  const pack = await releasedPackOf(services, args[0], l10n.t("Read Installations Again"));
  if (pack) await services.packsView.revealInstallations(pack.packId, true);
}
