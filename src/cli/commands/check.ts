import type { PlanCheck } from "../../model/plan/check/planCheck.ts";
import { checkReport } from "../../model/plan/report/checkReport.ts";
import { checkPlanTarget } from "../../model/plan/checkPlanTarget.ts";
import type { RunCommand } from "../command.ts";
import { exitCodes } from "../exitCodes.ts";
import { readPlan } from "../files/readPlan.ts";
import type { Report } from "../format/report.ts";
import { asUsage } from "../usageError.ts";
import { checkedPlan } from "./checkedPlan.ts";

/** The checks of several plans, in JSON. */
export interface CheckedPlans {
  readonly formatVersion: 1;
  /** In the order of the files. */
  readonly plans: readonly { readonly file: string; readonly check: PlanCheck }[];
}

/** A plan that was checked, with the name of its file. */
interface CheckedFile {
  readonly file: string;
  readonly planCheck: PlanCheck;
  readonly report: Report;
}

/** Checks release plans. All files are read before the first is checked. */
export const check: RunCommand = async ({ parameters, surroundings, openBackend }) => {
  const plans = await Promise.all(
    parameters.map(async (file) => ({ file, plan: await readPlan(file, surroundings) })),
  );
  const backend = await openBackend();
  await asUsage(() => plans.forEach(({ plan }) => checkPlanTarget(plan.target, backend.plans.target)));
  const checked: CheckedFile[] = [];
  for (const { file, plan } of plans) {
    const planCheck = await backend.plans.check(plan);
    checked.push({ file, planCheck, report: checkedPlan(plan, planCheck) });
  }
  const [first, ...others] = checked;
  return {
    exitCode: checked.every(({ planCheck }) => planCheck.fits) ? exitCodes.done : exitCodes.doesNotFit,
    ...(first && { report: others.length === 0 ? first.report : severalPlans(checked) }),
  };
};

function severalPlans(checked: readonly CheckedFile[]): Report {
  const json: CheckedPlans = {
    formatVersion: 1,
    plans: checked.map(({ file, planCheck }) => ({ file, check: checkReport(planCheck) })),
  };
  return {
    json,
    text: (style) => checked.map(({ report }) => report.text(style)).join("\n"),
    markdown: async () => {
      const documents: string[] = [];
      for (const { report } of checked) documents.push(await report.markdown());
      return documents.join("\n");
    },
  };
}
