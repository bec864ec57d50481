import type { PlanCheck } from "../../model/plan/check/planCheck.ts";
import type { ReleasePlan } from "../../model/plan/releasePlan.ts";
import { checkMarkdown } from "../../model/plan/report/checkMarkdown.ts";
import { checkText } from "../../model/plan/report/checkText.ts";
import { checkReport } from "../../model/plan/report/checkReport.ts";
import type { Report } from "../format/report.ts";

/** The result of a check. */
export function checkedPlan(plan: ReleasePlan, check: PlanCheck): Report {
  return {
    json: checkReport(check),
    text: () => checkText(plan, check),
    markdown: () => checkMarkdown(plan, check),
  };
}
