import * as l10n from "@vscode/l10n";
import { openNewPlan } from "../../plans/openNewPlan.ts";
import { releaseBranch } from "../../ui/settings/settings.ts";
import { packIdsOf } from "../ask/packIdsOf.ts";
import type { Call, Services } from "../command.ts";

/** Opens a new plan file for packs, with their preselected versions. A person edits and saves it. */
export async function createPlan(services: Services, call: Call): Promise<void> {
  const packIds = await packIdsOf(services, call, l10n.t("Create Release Plan"));
  if (!packIds) return;
  const { plans } = await services.backend.get();
  const { plan } = await plans.draft({ packIds, releaseBranch: releaseBranch() });
  await openNewPlan(plan);
}
