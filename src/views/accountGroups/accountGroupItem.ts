import * as l10n from "@vscode/l10n";
import type { AccountGroup } from "../../model/pack/accountGroup.ts";
import type { Hover } from "../../ui/hover.ts";
import type { Row } from "../../ui/row.ts";
import { joinParts } from "../../ui/joinParts.ts";
import { countAccounts, countPacks } from "../../ui/counts.ts";
import { rowId } from "../rowId.ts";
import type { TreeNode } from "../treeNode.ts";

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

  /** The code of the rows below is loaded when a group is first expanded. */
  async getChildren(): Promise<TreeNode[]> {
    return (await import("./accountGroupChildren.ts")).accountGroupChildren(this);
  }

  getRow(): Row {
    const { name, packs, accounts, limits } = this.group;
    const description = joinParts(
      [
        countPacks(packs.length),
        limits === undefined ? countAccounts(accounts.length) : l10n.t("some rows are hidden"),
      ],
      ", ",
    );
    return {
      label: name,
      description,
      icon: "organization",
      isExpandable: true,
      contextValue: "group",
      spoken: l10n.t("Account group {0}, {1}", name, description),
    };
  }

  getHover(): Hover {
    const { groupId, name, packs, accounts, limits } = this.group;
    return {
      title: name,
      facts: [
        [l10n.t("Integration packs"), String(packs.length)],
        [l10n.t("Accounts"), String(accounts.length)],
        [l10n.t("Hidden"), limits ?? ""],
        [l10n.t("Account group ID"), groupId],
      ],
    };
  }
}
