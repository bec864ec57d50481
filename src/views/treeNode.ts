import type * as vscode from "vscode";

/** One row of a tree. */
export interface TreeNode {
  /** Unique in its tree and the same after a refresh, so that VS Code keeps rows expanded and selected. */
  readonly id: string;
  getParent(): TreeNode | undefined;
  getChildren(): Promise<TreeNode[]> | TreeNode[];
  getTreeItem(): vscode.TreeItem;
  /** The Markdown hover, made when it is first looked at. */
  getHover?(): vscode.MarkdownString;
}
