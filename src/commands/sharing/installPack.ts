import { t } from "@vscode/l10n";
import { installablePacks } from "../../model/pack/accountGroup.ts";
import { facetOf } from "../../session/facetOf.ts";
import type { Call, Services } from "../command.ts";
import { installationOf } from "./installationOf.ts";

/** Installs the latest release of a pack in an account that it is shared with. */
export async function installPack(services: Services, call: Call): Promise<void> {
  const managedAccounts = await facetOf(services, "managedAccounts");
  const target = await installationOf(services, call, {
    title: t("Install Integration Pack"),
    packs: installablePacks,
    none: t(
      "There is no account without the pack that it is shared with. Add the pack to an account group first.",
    ),
  });
  if (!target) return;
  await managedAccounts.install(target.packId, target.accountId);
  services.log.info(`Installed pack ${target.packId} in account ${target.accountId}`);
}
