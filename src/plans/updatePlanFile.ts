import * as vscode from "vscode";
import type { BackendReads } from "../backend/backendReads.ts";
import { formatPlan } from "../model/plan/file/formatPlan.ts";
import { readPlanFile } from "./planFile.ts";
import { updatedPlan } from "./updatedPlan.ts";

/**
 * Updates the plan of a file so that it fits the packs on the backend: in an editor, where a person sees, saves or undoes it.
 *
 * @throws as `readPlanFile` and `updatedPlan`
 */
export async function updatePlanFile(
  backend: Pick<BackendReads, "plans" | "listPackSummaries">,
  file: vscode.Uri,
): Promise<void> {
  const plan = await updatedPlan(backend, await readPlanFile(file), new Date());
  const document = await vscode.workspace.openTextDocument(file);
  const edit = new vscode.WorkspaceEdit();
  const whole = new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
  edit.replace(file, whole, formatPlan(plan));
  await vscode.workspace.applyEdit(edit);
  await vscode.window.showTextDocument(document);
}
