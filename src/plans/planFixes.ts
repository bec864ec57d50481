import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { CommandId } from "../contributions.ts";
import { driftCode } from "./planProblems.ts";

const updatePlan: CommandId = "integrationPacks.updatePlan";

/** The quick fix of drift: it updates the whole plan, because all of its packs are to fit. */
export function planFixes(
  { uri }: Pick<vscode.TextDocument, "uri">,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  const drift = diagnostics.filter(({ code }) => code === driftCode);
  if (drift.length === 0) return [];
  const title = l10n.t("Update From the Backend");
  const fix = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  fix.command = { command: updatePlan, title, arguments: [uri] };
  fix.diagnostics = drift;
  fix.isPreferred = true;
  return [fix];
}
