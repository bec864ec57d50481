import type * as vscode from "vscode";

/** The path of the folder that VS Code gives the extension for this workspace; it is outside the workspace. */
export function storageFolder({ storageUri, globalStorageUri }: vscode.ExtensionContext): string {
  return (storageUri ?? globalStorageUri).fsPath;
}
