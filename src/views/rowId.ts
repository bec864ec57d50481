import type { TreeNode } from "./treeNode.ts";

/**
 * The id of a row below `parent`, or at the top of a tree. `kind` separates rows that could otherwise have the same id, such as
 * a component with the id `history` from the history of its pack. `id` may be any text.
 */
export function rowId(parent: Pick<TreeNode, "id"> | undefined, kind: string, id?: string): string {
  const steps = id === undefined ? [kind] : [kind, id.replaceAll("%", "%25").replaceAll("/", "%2F")];
  return [...(parent ? [parent.id] : []), ...steps].join("/");
}
