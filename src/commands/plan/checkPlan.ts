import * as l10n from "@vscode/l10n";
import type { PlanCheck } from "../../model/plan/check/planCheck.ts";
import { checkReport } from "../../model/plan/report/checkReport.ts";
import { checkedPlan } from "../../plans/checkedPlan.ts";
import { readPlanFile } from "../../plans/planFile.ts";
import { withCancellableProgress } from "../../ui/progress.ts";
import type { Call, Services } from "../command.ts";
import { planFileOf } from "./planFileOf.ts";

/** Shows what the plan of a file would do. Resolves to the documented JSON of the check. */
export async function checkPlan(services: Services, call: Call): Promise<PlanCheck | undefined> {
  const file = await planFileOf(call, l10n.t("Check Release Plan"));
  if (!file) return undefined;
  const plan = await readPlanFile(file);
  const backend = await services.backend.get();
  const { check } = await withCancellableProgress(l10n.t("Checking the release plan…"), () =>
    checkedPlan(backend, plan),
  );
  await services.planFiles.showCheck(file);
  return checkReport(check);
}
