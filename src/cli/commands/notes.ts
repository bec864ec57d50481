import { readKnownVersions } from "../../backend/readKnownVersions.ts";
import { checkPlanTarget } from "../../model/plan/checkPlanTarget.ts";
import { plannedComponentIds, planNotes } from "../../model/plan/report/planNotes.ts";
import type { RunCommand } from "../command.ts";
import { exitCodes } from "../exitCodes.ts";
import { readPlan } from "../files/readPlan.ts";
import { asUsage } from "../usageError.ts";

/** Release notes, in JSON. */
export interface NotesReport {
  readonly formatVersion: 1;
  readonly markdown: string;
}

/** Writes the release notes of a plan. They are Markdown in text, too. */
export const notes: RunCommand = async ({ parameters: [file = ""], options, surroundings, openBackend }) => {
  const plan = await readPlan(file, surroundings);
  const backend = await openBackend();
  await asUsage(() => checkPlanTarget(plan.target, backend.plans.target));
  const known = await readKnownVersions(backend, plannedComponentIds(plan));
  const markdown = planNotes(plan, known, { links: options.flag("links") });
  const json: NotesReport = { formatVersion: 1, markdown };
  return {
    exitCode: exitCodes.done,
    report: { json, text: () => markdown, markdown: () => markdown },
  };
};
