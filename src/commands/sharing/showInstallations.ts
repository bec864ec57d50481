import * as l10n from "@vscode/l10n";
import type { Call, Services } from "../command.ts";
import { releasedPackOf } from "./releasedPackOf.ts";

/** Shows which accounts have a pack, in the packs view. Where each account is asked, that begins with the row. */
export async function showInstallations(services: Services, { args }: Call): Promise<void> {
  const pack = await releasedPackOf(services, args[0], l10n.t("Show Installations"));
  if (pack) await services.packsView.revealInstallations(pack.packId);
}
