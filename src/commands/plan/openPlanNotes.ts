import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { notesOfPlan, openNotes } from "../../comparison/notesDocument.ts";
import { planErrors } from "../../errors/planErrors.ts";
import { planFileEnding } from "../../model/plan/file/planFileName.ts";
import { isPlanFile } from "../../plans/planFileSelector.ts";
import { fileArgument } from "../ask/fileArgument.ts";
import { releaseOf } from "../ask/releaseOf.ts";
import type { Call, Services } from "../command.ts";

/** Opens the release notes of a whole plan: of a plan's file, or of the plan that a release comes from. */
export async function openPlanNotes(services: Services, call: Call): Promise<void> {
  const file = planFileIn(call);
  if (file) {
    await services.planFiles.showNotes(file);
    return;
  }
  const chosen = await releaseOf(services, call, {
    title: l10n.t("Open Release Notes of the Plan"),
    offer: ({ release }) => release.plan !== undefined,
    none: l10n.t("No release of this pack comes from a release plan."),
  });
  if (!chosen) return;
  const { plan } = chosen.past.release;
  if (!plan) throw planErrors.notFromPlan();
  await openNotes(notesOfPlan(plan));
}

/** The file of the arguments, or the one that the active editor shows. The ids of a pack and a release are no file. */
function planFileIn({ args }: Call): vscode.Uri | undefined {
  const [first] = args;
  if (first instanceof vscode.Uri || (typeof first === "string" && first.endsWith(planFileEnding))) {
    return fileArgument(args);
  }
  const shown = args.length === 0 ? vscode.window.activeTextEditor?.document.uri : undefined;
  return shown && isPlanFile(shown) ? shown : undefined;
}
