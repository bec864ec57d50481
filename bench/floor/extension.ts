// The floor, a minimal extension: a tree with known rows, and a panel that loads the toolkit.
import * as vscode from "vscode";
import { openPanel } from "./panel.ts";
import { StaticTree } from "./staticTree.ts";

export function activate(context: vscode.ExtensionContext): void {
  const settings = vscode.workspace.getConfiguration("benchFloor");
  const tree = new StaticTree(settings.get("packs", 0), settings.get("componentsOfPack", 0));
  context.subscriptions.push(
    vscode.window.createTreeView("benchFloor.rows", { treeDataProvider: tree, showCollapseAll: true }),
    vscode.commands.registerCommand("benchFloor.filter", () => tree.askForFilter()),
    vscode.commands.registerCommand("benchFloor.openPanel", (beside: boolean) =>
      openPanel(
        context.extensionUri,
        settings.get("store", ""),
        beside ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active,
      ),
    ),
  );
}
