import { t } from "@vscode/l10n";
import * as vscode from "vscode";
import type { AccountGroup } from "../../model/pack/accountGroup.ts";
import { factsMarkdown } from "../hoverMarkdown.ts";
import { rowId } from "../rowId.ts";
import type { TreeNode } from "../treeNode.ts";
import { AccountItem } from "./accountItem.ts";
import { SharedPackItem } from "./sharedPackItem.ts";

/** The row of an account group. Its children are the packs that are shared with it, then its accounts. */
export class AccountGroupItem implements TreeNode {
  readonly id: string;
  readonly group: AccountGroup;

  constructor(group: AccountGroup) {
    this.id = rowId(undefined, "group", group.groupId);
    this.group = group;
  }

  getParent(): undefined {
    return undefined;
  }

  getChildren(): TreeNode[] {
    const { packs, accounts } = this.group;
    return [
      ...packs.map((pack) => new SharedPackItem(this, pack)),
      ...accounts.map((account) => new AccountItem(this, account)),
    ];
  }

  getTreeItem(): vscode.TreeItem {
    const { name, packs, accounts, limits } = this.group;
    const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Collapsed);
    item.description =
      limits === undefined
        ? t("packs: {0} · accounts: {1}", packs.length, accounts.length)
        : t("packs: {0} · some rows are hidden", packs.length);
    item.iconPath = new vscode.ThemeIcon("organization");
    item.contextValue = "group";
    item.accessibilityInformation = { label: t("Account group {0}, {1}", name, item.description) };
    return item;
  }

  getHover(): vscode.MarkdownString {
    const { groupId, name, packs, accounts, limits } = this.group;
    return factsMarkdown(name, [
      [t("Integration packs"), String(packs.length)],
      [t("Accounts"), String(accounts.length)],
      [t("Hidden"), limits ?? ""],
      [t("Account group ID"), groupId],
    ]);
  }
}
