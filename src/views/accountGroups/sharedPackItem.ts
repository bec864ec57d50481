import * as l10n from "@vscode/l10n";
import type { Hover } from "../../ui/hover.ts";
import type { Row } from "../../ui/row.ts";
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

  getRow(): Row {
    const description = l10n.t("shared with the group");
    return {
      label: this.pack.name,
      description,
      icon: "package",
      contextValue: "sharedPack",
      spoken: l10n.t("Integration pack {0}, {1}", this.pack.name, description),
    };
  }

  getHover(): Hover {
    return {
      title: this.pack.name,
      facts: [
        [l10n.t("Shared with"), this.group.name],
        [l10n.t("Pack ID"), this.pack.packId],
      ],
    };
  }
}
