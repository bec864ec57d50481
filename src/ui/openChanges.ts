import * as vscode from "vscode";
import { oneLine } from "../model/text/visibleText.ts";

/** A row of the editor that compares several files, with its two sides. */
export type ChangedFile = readonly [
  label: vscode.Uri,
  before: vscode.Uri | undefined,
  after: vscode.Uri | undefined,
];

/** Opens the files in one editor that compares the two sides of each. */
export async function openChanges(title: string, files: readonly ChangedFile[]): Promise<void> {
  await vscode.commands.executeCommand("vscode.changes", oneLine(title), files);
}
