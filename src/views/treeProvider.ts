import * as vscode from "vscode";
import { DisposableOwner } from "../base/disposable.ts";
import { treeItem, withHover } from "../ui/row.ts";
import { ProblemItem } from "./problemItem.ts";
import type { TreeNode } from "./treeNode.ts";

/** Shows nodes as a VS Code tree. Children are read when they are first shown; if that fails, a problem row replaces them. */
export class TreeProvider extends DisposableOwner implements vscode.TreeDataProvider<TreeNode> {
  readonly #changed = this.register(new vscode.EventEmitter<TreeNode | undefined>());
  readonly #readRoots: () => Promise<TreeNode[]>;
  readonly #onProblem: (error: unknown) => void;
  #roots: Promise<TreeNode[]> | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(readRoots: () => Promise<TreeNode[]>, onProblem: (error: unknown) => void) {
    super();
    this.#readRoots = readRoots;
    this.#onProblem = onProblem;
  }

  /** Reads the children of the node again, or the whole tree when no node is given. */
  refresh(node?: TreeNode): void {
    if (!node) this.#roots = undefined;
    this.#changed.fire(node);
  }

  /** The top-level nodes, as last read. */
  roots(): Promise<TreeNode[]> {
    this.#roots ??= this.#readOrProblem(undefined, this.#readRoots);
    return this.#roots;
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    return treeItem(node.id, node.getRow());
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.getParent();
  }

  getChildren(node?: TreeNode): Promise<TreeNode[]> {
    return node ? this.#readOrProblem(node, () => node.getChildren()) : this.roots();
  }

  async resolveTreeItem(item: vscode.TreeItem, node: TreeNode): Promise<vscode.TreeItem> {
    const hover = await node.getHover?.();
    return hover ? withHover(item, hover) : item;
  }

  async #readOrProblem(
    parent: TreeNode | undefined,
    read: () => Promise<TreeNode[]> | TreeNode[],
  ): Promise<TreeNode[]> {
    try {
      return await read();
    } catch (error) {
      this.#onProblem(error);
      return [new ProblemItem(parent, error)];
    }
  }
}
