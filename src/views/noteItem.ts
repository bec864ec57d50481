import { t } from "@vscode/l10n";
import * as vscode from "vscode";
import { plainMarkdown } from "./hoverMarkdown.ts";
import { rowId } from "./rowId.ts";
import type { TreeNode } from "./treeNode.ts";

/** A row with a remark about the rows beside it. */
export class NoteItem implements TreeNode {
  readonly id: string;
  readonly #parent: TreeNode;
  readonly #text: string;

  constructor(parent: TreeNode, text: string) {
    this.id = rowId(parent, "note");
    this.#parent = parent;
    this.#text = text;
  }

  getParent(): TreeNode {
    return this.#parent;
  }

  getChildren(): TreeNode[] {
    return [];
  }

  getTreeItem(): vscode.TreeItem {
    const item = new vscode.TreeItem(this.#text);
    item.iconPath = new vscode.ThemeIcon("info");
    item.contextValue = "note";
    item.accessibilityInformation = { label: t("Note: {0}", this.#text) };
    return item;
  }

  getHover(): vscode.MarkdownString {
    return plainMarkdown(this.#text);
  }
}
