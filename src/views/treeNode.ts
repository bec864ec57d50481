import type { Hover } from "../ui/hover.ts";
import type { Row } from "../ui/row.ts";

/** One row of a tree. */
export interface TreeNode {
  /** Unique in its tree and stable across refreshes, so that rows stay expanded and selected. */
  readonly id: string;
  getParent(): TreeNode | undefined;
  getChildren(): Promise<TreeNode[]> | TreeNode[];
  getRow(): Row;
  /** The hover, created when it is first shown. It never rejects. */
  getHover?(): Hover | Promise<Hover>;
}
