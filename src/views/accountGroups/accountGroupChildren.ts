import type { TreeNode } from "../treeNode.ts";
import type { AccountGroupItem } from "./accountGroupItem.ts";
import { AccountItem } from "./accountItem.ts";
import { SharedPackItem } from "./sharedPackItem.ts";

/** The rows below an account group: its packs, then its accounts. */
export function accountGroupChildren(item: AccountGroupItem): TreeNode[] {
  const { packs, accounts } = item.group;
  return [
    ...packs.map((pack) => new SharedPackItem(item, pack)),
    ...accounts.map((account) => new AccountItem(item, account)),
  ];
}
