import * as vscode from "vscode";
import { linkErrors } from "../errors/linkErrors.ts";

/**
 * Finds a file by its path below a folder of the workspace, in the first folder that has it. No part of the path is a symbolic
 * link: it could lead elsewhere.
 *
 * @throws `NotFound`; `InvalidRequest` for a symbolic link
 */
export async function findWorkspaceFile(file: string): Promise<vscode.Uri> {
  for (const { uri: folder } of vscode.workspace.workspaceFolders ?? []) {
    if (await isFileWithoutLinks(folder, file.split("/"))) return vscode.Uri.joinPath(folder, file);
  }
  throw linkErrors.fileNotFound(file);
}

async function isFileWithoutLinks(folder: vscode.Uri, segments: readonly string[]): Promise<boolean> {
  let at = folder;
  let type = vscode.FileType.Directory;
  for (const segment of segments) {
    at = vscode.Uri.joinPath(at, segment);
    const found = await vscode.workspace.fs.stat(at).then(
      (stat) => stat.type,
      () => undefined,
    );
    if (found === undefined) return false;
    if ((found & vscode.FileType.SymbolicLink) !== 0) throw linkErrors.outsideWorkspace();
    type = found;
  }
  return type === vscode.FileType.File;
}
