import { join } from "node:path";
import * as vscode from "vscode";
import { homeFolder } from "../../backend/systemUser.ts";

/** The file that the dialog for a new snapshot proposes: in the workspace, or in the home folder without one. */
export function snapshotTarget(home: string | undefined = homeFolder()): vscode.Uri | undefined {
  const name = "store.integration-packs.json";
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (folder) return vscode.Uri.joinPath(folder, name);
  return home === undefined ? undefined : vscode.Uri.file(join(home, name));
}
