import * as l10n from "@vscode/l10n";
import { readPlanFile } from "../../plans/planFile.ts";
import type { Call, Services } from "../command.ts";
import { planFileOf } from "./planFileOf.ts";

/** Opens the wizard with the plan of a file, for a person to review and apply. */
export async function applyPlan(services: Services, call: Call): Promise<void> {
  const file = await planFileOf(call, l10n.t("Apply Release Plan"));
  if (file) await services.panels.openPlan({ plan: await readPlanFile(file), file });
}
