import * as vscode from "vscode";
import { formatPlan } from "../model/plan/file/formatPlan.ts";
import { planFileEnding, planFileName } from "../model/plan/file/planFileName.ts";
import type { ReleasePlan } from "../model/plan/releasePlan.ts";

/** Opens a plan in an editor as a new file that is not saved yet. Saving it writes it into the first workspace folder. */
export async function openNewPlan(plan: ReleasePlan): Promise<void> {
  const document = await vscode.workspace.openTextDocument(await newFile(planFileName(plan)));
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(0, 0), formatPlan(plan));
  await vscode.workspace.applyEdit(edit);
  await vscode.window.showTextDocument(document, { preview: false });
}

/** The URI of a new file whose name no file and no document has: VS Code opens no new file for another. */
async function newFile(name: string): Promise<vscode.Uri> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const start = name.slice(0, -planFileEnding.length);
  for (let number = 1; ; number++) {
    const free = number === 1 ? name : `${start}-${number}${planFileEnding}`;
    const file = folder && vscode.Uri.joinPath(folder, free);
    const uri = file
      ? file.with({ scheme: "untitled" })
      : vscode.Uri.from({ scheme: "untitled", path: free });
    const isOpen = vscode.workspace.textDocuments.some(
      (document) => document.uri.toString() === uri.toString(),
    );
    if (!isOpen && !(file && (await exists(file)))) return uri;
  }
}

async function exists(file: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(file);
    return true;
  } catch {
    return false;
  }
}
