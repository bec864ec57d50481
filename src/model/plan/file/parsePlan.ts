import * as l10n from "@vscode/l10n";
import * as v from "valibot";
import { planErrors } from "../../../errors/planErrors.ts";
import { describeIssue } from "../../text/describeIssue.ts";
import { parseJson } from "../../text/parseJson.ts";
import type { ReleasePlan } from "../releasePlan.ts";
import { checkPlanRules } from "./checkPlanRules.ts";
import { planSchema } from "./planSchema.ts";

/**
 * Reads a release plan from the text of its file or from parsed JSON, and checks it. The plan is a copy without `$schema`,
 * with packs and components in the order of the document.
 *
 * @throws `InvalidRequest` with the path of the first problem: not JSON, a key twice, an unknown key, a newer format, or a
 * broken rule
 */
export function parsePlan(document: unknown): ReleasePlan {
  const value: unknown =
    typeof document === "string" ? parseJson(document, planErrors.invalidPlan) : document;
  checkPlanVersion(value);
  const result = v.safeParse(planSchema, value, { abortEarly: true });
  if (!result.success) {
    const { path, problem, keys } = describeIssue(result.issues[0]);
    throw planErrors.invalidPlan(path, problem, keys);
  }
  checkPlanRules(result.output);
  return result.output;
}

/** Comes first: the schema says nothing about a newer format. */
function checkPlanVersion(value: unknown): void {
  if (typeof value !== "object" || value === null || !("planVersion" in value)) return;
  const { planVersion } = value;
  if (typeof planVersion === "number" && planVersion > 1) {
    throw planErrors.invalidPlan(
      "planVersion",
      l10n.t("it has the newer format {0}; update this program to use it", planVersion),
      ["planVersion"],
    );
  }
}
