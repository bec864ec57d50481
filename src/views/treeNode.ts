import type * as vscode from "vscode";

/** One row of a tree. */
export interface TreeNode {
  /** Unique in its tree and stable across refreshes, so that rows stay expanded and selected. */
  readonly id: string;
  getParent(): TreeNode | undefined;
  getChildren(): Promise<TreeNode[]> | TreeNode[];
  getTreeItem(): vscode.TreeItem;
  /** The Markdown hover, created when it is first shown. It never rejects. */
  getHover?(): vscode.MarkdownString | Promise<vscode.MarkdownString>;
}
