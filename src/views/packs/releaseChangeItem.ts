import { describeChange } from "../../model/release/describeChanges.ts";
import type { VersionChange } from "../../model/release/versionChange.ts";
import type { Hover } from "../../ui/hover.ts";
import type { Row } from "../../ui/row.ts";
import type { RowColor } from "../../ui/rowDecoration.ts";
import { rowId } from "../rowId.ts";
import type { TreeNode } from "../treeNode.ts";

const icons = {
  new: "diff-added",
  upgrade: "arrow-up",
  rollBack: "arrow-down",
  removed: "diff-removed",
  unchanged: "dash",
} as const;

const colors: Partial<Record<VersionChange["kind"], RowColor>> = {
  new: "integrationPacks.newForeground",
  upgrade: "integrationPacks.changedForeground",
  rollBack: "integrationPacks.changedForeground",
  removed: "integrationPacks.removedForeground",
};

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

  getRow(): Row {
    const { kind } = this.#change;
    const color = colors[kind];
    return {
      label: describeChange(this.#change),
      icon: icons[kind],
      ...(color && { iconColor: color }),
      contextValue: "releaseChange",
    };
  }

  getHover(): Hover {
    return { closing: describeChange(this.#change) };
  }
}
