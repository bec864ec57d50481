import type { PlanReference } from "../../model/plan/planReference.ts";
import { optionalText, type Row } from "./rows.ts";

// The columns of a table whose rows may come from a release plan.

/** SQL: adds the columns to a table, with an index that finds the rows of a plan. */
export function addPlanColumns(table: string): string {
  return `
  ALTER TABLE ${table} ADD COLUMN plan_hash TEXT;
  ALTER TABLE ${table} ADD COLUMN plan_name TEXT;
  CREATE INDEX ${table}_of_plan ON ${table} (plan_hash) WHERE plan_hash IS NOT NULL;
  `;
}

/** The values of `plan_hash` and `plan_name`. */
export function planValues(plan: PlanReference | undefined): [string | null, string | null] {
  return [plan?.planHash ?? null, plan?.name ?? null];
}

/** The plan in a row, to spread into what the row describes; empty where it comes from none. */
export function toPlan(row: Row): { readonly plan?: PlanReference } {
  const planHash = optionalText(row, "plan_hash");
  if (planHash === undefined) return {};
  const name = optionalText(row, "plan_name");
  return { plan: { planHash, ...(name !== undefined && { name }) } };
}
