import * as l10n from "@vscode/l10n";
import { plural } from "../../base/language.ts";
import type { ManagedAccount } from "../../model/pack/accountGroup.ts";
import type { Hover } from "../../ui/hover.ts";
import { joinParts } from "../../ui/joinParts.ts";
import type { Row } from "../../ui/row.ts";
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

  getRow(): Row {
    const { name, installations = [] } = this.account;
    return {
      label: name,
      description: this.#state,
      icon: "account",
      isExpandable: installations.length > 0,
      contextValue: "account",
      spoken: joinParts([l10n.t("Account {0}", name), this.#state], ", "),
    };
  }

  getHover(): Hover {
    return {
      title: this.account.name,
      facts: [
        [l10n.t("Installed"), this.#state],
        [l10n.t("Account ID"), this.account.accountId],
      ],
    };
  }

  get #state(): string {
    const { installations } = this.account;
    if (!installations) return "";
    if (installations.length === 0) return l10n.t("nothing installed");
    const pending = installations.filter(({ pendingUpdate }) => pendingUpdate).length;
    const { length } = installations;
    const installed = plural(
      length,
      l10n.t("{0} pack installed", length),
      l10n.t("{0} packs installed", length),
    );
    const updates = plural(
      pending,
      l10n.t("{0} update pending", pending),
      l10n.t("{0} updates pending", pending),
    );
    return pending === 0 ? installed : joinParts([updates, installed]);
  }
}
