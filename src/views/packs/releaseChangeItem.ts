import * as vscode from "vscode";
import { describeChange } from "../../model/release/describeChanges.ts";
import type { VersionChange } from "../../model/release/versionChange.ts";
import { plainMarkdown } from "../hoverMarkdown.ts";
import { rowId } from "../rowId.ts";
import type { TreeNode } from "../treeNode.ts";

const icons = {
  new: "diff-added",
  upgrade: "arrow-up",
  rollBack: "arrow-down",
  removed: "diff-removed",
  unchanged: "dash",
} as const;

/** The row of a change that a past release made to a component; its text says what its icon shows. */
export class ReleaseChangeItem implements TreeNode {
  readonly id: string;
  readonly #parent: TreeNode;
  readonly #change: VersionChange;

  constructor(parent: TreeNode, change: VersionChange) {
    this.id = rowId(parent, "change", change.componentId);
    this.#parent = parent;
    this.#change = change;
  }

  getParent(): TreeNode {
    return this.#parent;
  }

  getChildren(): TreeNode[] {
    return [];
  }

  getTreeItem(): vscode.TreeItem {
    const item = new vscode.TreeItem(describeChange(this.#change));
    item.iconPath = new vscode.ThemeIcon(icons[this.#change.kind]);
    item.contextValue = "releaseChange";
    return item;
  }

  getHover(): vscode.MarkdownString {
    return plainMarkdown(describeChange(this.#change));
  }
}
