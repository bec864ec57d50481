import * as vscode from "vscode";

/** Closes every tab of the window. */
export async function closeAllTabs(): Promise<void> {
  await vscode.window.tabGroups.close(vscode.window.tabGroups.all.flatMap((group) => group.tabs));
}
