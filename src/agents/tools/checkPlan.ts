import * as v from "valibot";
import { checkReport } from "../../model/plan/report/checkReport.ts";
import { planCheckSchema } from "../../model/report/reportSchemas.ts";
import { parsePlan } from "../../model/plan/file/parsePlan.ts";
import { offsetField, planField } from "./inputFields.ts";
import { positionFields } from "./outputFields.ts";
import { pageOf } from "./page.ts";
import { defineTool } from "./tool.ts";

/** Checks a release plan. */
export const checkPlan = defineTool({
  name: "check_plan",
  title: "Check Release Plan",
  description:
    "Reports what a release plan would do to each pack, without changing anything: state (ready, alreadySo, drift, refused), the changes of the components, why it does not fit, and how many accounts get the release. fits is about the whole plan.",
  input: v.strictObject({
    plan: planField,
    offset: offsetField,
  }),
  output: v.strictObject({ ...planCheckSchema.entries, ...positionFields }),
  async run({ backend, timeZone }, { plan, offset }) {
    const parsed = parsePlan(plan);
    const { plans } = await backend();
    const defaultTimeZone = timeZone();
    const check = await plans.check(parsed, defaultTimeZone === undefined ? {} : { defaultTimeZone });
    const { packs, ...report } = checkReport(check);
    const { rows, position } = pageOf(packs, offset);
    return { ...report, packs: rows, ...position };
  },
});
