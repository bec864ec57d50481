import { t } from "@vscode/l10n";
import * as vscode from "vscode";
import type { ManagedAccount } from "../../model/pack/accountGroup.ts";
import { joinParts } from "../../ui/joinParts.ts";
import { factsMarkdown } from "../hoverMarkdown.ts";
import { rowId } from "../rowId.ts";
import type { TreeNode } from "../treeNode.ts";
import type { AccountGroupItem } from "./accountGroupItem.ts";
import { InstallationItem } from "./installationItem.ts";

/** The row of an account. Its children are the packs that are installed in it, if the backend knows them. */
export class AccountItem implements TreeNode {
  readonly id: string;
  readonly account: ManagedAccount;
  readonly #parent: AccountGroupItem;

  constructor(parent: AccountGroupItem, account: ManagedAccount) {
    this.id = rowId(parent, "account", account.accountId);
    this.account = account;
    this.#parent = parent;
  }

  getParent(): TreeNode {
    return this.#parent;
  }

  getChildren(): TreeNode[] {
    const { installations = [] } = this.account;
    return installations.map((installation) => new InstallationItem(this, installation));
  }

  getTreeItem(): vscode.TreeItem {
    const { name, installations = [] } = this.account;
    const { None, Collapsed } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(name, installations.length === 0 ? None : Collapsed);
    item.description = this.#state;
    item.iconPath = new vscode.ThemeIcon("account");
    item.contextValue = "account";
    item.accessibilityInformation = { label: joinParts([t("Account {0}", name), this.#state], ", ") };
    return item;
  }

  getHover(): vscode.MarkdownString {
    return factsMarkdown(this.account.name, [
      [t("Installed"), this.#state],
      [t("Account ID"), this.account.accountId],
    ]);
  }

  get #state(): string {
    const { installations } = this.account;
    if (!installations) return "";
    if (installations.length === 0) return t("nothing installed");
    const pending = installations.filter(({ pendingUpdate }) => pendingUpdate).length;
    const installed = t("installed: {0}", installations.length);
    return pending === 0 ? installed : t("{0} · updates pending: {1}", installed, pending);
  }
}
