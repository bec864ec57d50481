import * as l10n from "@vscode/l10n";
import { updatePlanFile } from "../../plans/updatePlanFile.ts";
import type { Call, Services } from "../command.ts";
import { planFileOf } from "./planFileOf.ts";

/** Updates the plan of a file in an editor, so that it fits the packs. A person saves it or undoes it. */
export async function updatePlan(services: Services, call: Call): Promise<void> {
  const file = await planFileOf(call, l10n.t("Update Release Plan From the Backend"));
  if (file) await updatePlanFile(await services.backend.get(), file);
}
