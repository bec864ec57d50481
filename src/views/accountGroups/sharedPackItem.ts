import { t } from "@vscode/l10n";
import * as vscode from "vscode";
import { factsMarkdown } from "../hoverMarkdown.ts";
import { rowId } from "../rowId.ts";
import type { TreeNode } from "../treeNode.ts";
import type { AccountGroupItem } from "./accountGroupItem.ts";

/** The row of a pack that is shared with an account group. */
export class SharedPackItem implements TreeNode {
  readonly id: string;
  readonly pack: AccountGroupItem["group"]["packs"][number];
  readonly #parent: AccountGroupItem;

  constructor(parent: AccountGroupItem, pack: SharedPackItem["pack"]) {
    this.id = rowId(parent, "pack", pack.packId);
    this.pack = pack;
    this.#parent = parent;
  }

  get group(): AccountGroupItem["group"] {
    return this.#parent.group;
  }

  getParent(): TreeNode {
    return this.#parent;
  }

  getChildren(): TreeNode[] {
    return [];
  }

  getTreeItem(): vscode.TreeItem {
    const item = new vscode.TreeItem(this.pack.name);
    item.description = t("shared with the group");
    item.iconPath = new vscode.ThemeIcon("package");
    item.contextValue = "sharedPack";
    item.accessibilityInformation = {
      label: t("Integration pack {0}, {1}", this.pack.name, item.description),
    };
    return item;
  }

  getHover(): vscode.MarkdownString {
    return factsMarkdown(this.pack.name, [
      [t("Shared with"), this.group.name],
      [t("Pack ID"), this.pack.packId],
    ]);
  }
}
