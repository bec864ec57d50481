import { t } from "@vscode/l10n";
import * as vscode from "vscode";
import type { AccountInstallation } from "../../model/pack/accountGroup.ts";
import { formatDate, formatDateTime } from "../../ui/dates.ts";
import { factsMarkdown } from "../hoverMarkdown.ts";
import { rowId } from "../rowId.ts";
import type { TreeNode } from "../treeNode.ts";
import type { AccountItem } from "./accountItem.ts";

/** The row of a pack that is installed in an account: which release it runs, and whether an update is pending. */
export class InstallationItem implements TreeNode {
  readonly id: string;
  readonly installation: AccountInstallation;
  readonly #parent: AccountItem;

  constructor(parent: AccountItem, installation: AccountInstallation) {
    this.id = rowId(parent, "installation", installation.packId);
    this.installation = installation;
    this.#parent = parent;
  }

  get account(): AccountItem["account"] {
    return this.#parent.account;
  }

  getParent(): TreeNode {
    return this.#parent;
  }

  getChildren(): TreeNode[] {
    return [];
  }

  getTreeItem(): vscode.TreeItem {
    const { packName, pendingUpdate } = this.installation;
    const item = new vscode.TreeItem(packName);
    item.description = this.#state;
    item.iconPath = new vscode.ThemeIcon(pendingUpdate ? "cloud-download" : "package");
    item.contextValue = pendingUpdate ? "installation updatable" : "installation";
    item.accessibilityInformation = { label: t("Integration pack {0}, {1}", packName, this.#state) };
    return item;
  }

  getHover(): vscode.MarkdownString {
    const { packId, packName, releaseId, releasedAt } = this.installation;
    return factsMarkdown(packName, [
      [t("Account"), this.account.name],
      [t("State"), this.#state],
      [t("Released"), formatDateTime(releasedAt)],
      [t("Release ID"), releaseId],
      [t("Pack ID"), packId],
    ]);
  }

  get #state(): string {
    const { releasedAt, isLatest, pendingUpdate, appliedScheduled } = this.installation;
    const release = isLatest
      ? t("latest release, {0}", formatDate(releasedAt))
      : t("release of {0}", formatDate(releasedAt));
    if (appliedScheduled) return t("scheduled release, applied before its date");
    return pendingUpdate ? t("{0} · update pending", release) : release;
  }
}
