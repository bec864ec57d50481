import * as vscode from "vscode";
import { oneLine } from "../model/text/visibleText.ts";

/** Opens a tab with a webview in the active column. */
export function createPanel(
  viewType: string,
  title: string,
  options: vscode.WebviewPanelOptions & vscode.WebviewOptions,
): vscode.WebviewPanel {
  return vscode.window.createWebviewPanel(viewType, oneLine(title), vscode.ViewColumn.Active, options);
}
