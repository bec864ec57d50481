import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { readKnownVersions } from "../backend/readKnownVersions.ts";
import { messageForUsers } from "../errors/errors.ts";
import { checkPlanTarget } from "../model/plan/checkPlanTarget.ts";
import { planFileEnding } from "../model/plan/file/planFileName.ts";
import { checkMarkdown } from "../model/plan/report/checkMarkdown.ts";
import { plannedComponentIds, planNotes } from "../model/plan/report/planNotes.ts";
import { severalLines } from "../model/text/visibleText.ts";
import { checkedPlan } from "./checkedPlan.ts";
import type { ObservedBackend } from "./observedBackend.ts";
import { readPlanFile } from "./planFile.ts";
import { planDocumentScheme } from "./planFileSelector.ts";

/** What a read-only document about a plan's file shows: what the plan would do, or its release notes. */
export type PlanDocumentKind = "check" | "notes";

/** The URI of a document about a plan's file. Its query is the file. */
export function planDocumentUri(kind: PlanDocumentKind, file: vscode.Uri): vscode.Uri {
  const name = file.path.slice(file.path.lastIndexOf("/") + 1).replace(planFileEnding, "");
  const title = kind === "check" ? l10n.t("Check of {0}", name) : l10n.t("Release Notes of {0}", name);
  return vscode.Uri.from({
    scheme: planDocumentScheme,
    path: `/${kind}/${title}.md`,
    query: file.toString(),
  });
}

/** The text of the document as the packs are now, or why it cannot be read. */
export async function readPlanDocument(
  backend: Pick<ObservedBackend, "get">,
  { path, query }: vscode.Uri,
): Promise<string> {
  try {
    const plan = await readPlanFile(vscode.Uri.parse(query, true));
    const open = await backend.get();
    if (path.startsWith("/check/")) return checkMarkdown(plan, (await checkedPlan(open, plan)).check);
    checkPlanTarget(plan.target, open.plans.target);
    return planNotes(plan, await readKnownVersions(open, plannedComponentIds(plan)));
  } catch (error) {
    return `${severalLines(messageForUsers(error))}\n`;
  }
}
