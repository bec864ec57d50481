import * as l10n from "@vscode/l10n";
import type { Hover } from "../ui/hover.ts";
import type { Row } from "../ui/row.ts";
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

  getRow(): Row {
    return { label: this.#text, icon: "info", contextValue: "note", spoken: l10n.t("Note: {0}", this.#text) };
  }

  getHover(): Hover {
    return { closing: this.#text };
  }
}
