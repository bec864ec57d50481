import * as l10n from "@vscode/l10n";
import { packIdsOf } from "../ask/packIdsOf.ts";
import type { Call, Services } from "../command.ts";

/** Opens the wizard to release several packs with one decision. */
export async function releaseSeveral(
  services: Pick<Services, "backend" | "panels">,
  call: Call,
): Promise<void> {
  const packIds = await packIdsOf(services, call, l10n.t("Release Integration Packs"));
  if (packIds) await services.panels.openSeveral(packIds);
}
