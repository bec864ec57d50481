import * as vscode from "vscode";
import { DisposableOwner } from "../base/disposable.ts";
import { setContextKey, type ViewId, type ViewState } from "../contributions.ts";
import type { ActiveBackend } from "../session/activeBackend.ts";
import { treeItem, withHover } from "../ui/row.ts";
import { ProblemItem } from "./problemItem.ts";
import type { TreeNode } from "./treeNode.ts";
import type { ViewProblems } from "./viewProblems.ts";

/** Dependencies of a `TreeProvider`. */
interface TreeProviderDependencies {
  readonly viewId: ViewId;
  readonly backend: Pick<ActiveBackend, "onDidClose">;
  readonly problems: ViewProblems;
  readonly readRoots: () => Promise<TreeNode[]>;
}

/**
 * Shows nodes as a VS Code tree. Children are read when they are first shown; if that fails, a problem row replaces them. If the
 * top level cannot be read, the view's welcome text says why. The rows of a backend that was closed disappear at once.
 */
export class TreeProvider extends DisposableOwner implements vscode.TreeDataProvider<TreeNode> {
  readonly #changed = this.register(new vscode.EventEmitter<TreeNode | undefined>());
  readonly #viewId: ViewId;
  readonly #problems: ViewProblems;
  readonly #readRoots: () => Promise<TreeNode[]>;
  #roots: Promise<TreeNode[]> | undefined;
  /** Whether the rows on screen are outdated: VS Code gets none before it gets those that are being read. */
  #isCleared = false;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor({ viewId, backend, problems, readRoots }: TreeProviderDependencies) {
    super();
    this.#viewId = viewId;
    this.#problems = problems;
    this.#readRoots = readRoots;
    this.#show("loading");
    this.register(backend.onDidClose(() => this.#clear()));
  }

  /** Reads the children of the node again, or the whole tree when no node is given. */
  refresh(node?: TreeNode): void {
    if (!node) this.#roots = undefined;
    this.#changed.fire(node);
  }

  /** The top-level nodes, as last read; none if they could not be read. */
  roots(): Promise<TreeNode[]> {
    if (this.#roots) return this.#roots;
    const reading: Promise<TreeNode[]> = this.#readRoots().then(
      (roots) => {
        this.#problems.clear();
        if (reading === this.#roots) this.#show(roots.length === 0 ? "empty" : "filled");
        return roots;
      },
      (error: unknown) => {
        const problem = this.#problems.report(this.#viewId, error);
        if (reading === this.#roots) this.#show(`problem ${problem}`);
        return [];
      },
    );
    this.#roots = reading;
    return reading;
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    return treeItem(node.id, node.getRow());
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.getParent();
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    if (node) return this.#childrenOf(node);
    if (!this.#isCleared) return this.roots();
    this.#isCleared = false;
    // Once VS Code has removed the rows.
    setTimeout(() => this.#changed.fire(undefined));
    return [];
  }

  async resolveTreeItem(item: vscode.TreeItem, node: TreeNode): Promise<vscode.TreeItem> {
    const hover = await node.getHover?.();
    return hover ? withHover(item, hover) : item;
  }

  async #childrenOf(node: TreeNode): Promise<TreeNode[]> {
    try {
      return await node.getChildren();
    } catch (error) {
      this.#problems.log(this.#viewId, error);
      return [new ProblemItem(node, error)];
    }
  }

  /** Removes all rows. They are read again when they are shown. */
  #clear(): void {
    this.#isCleared = true;
    this.#show("loading");
    this.refresh();
  }

  #show(state: ViewState): void {
    setContextKey(`${this.#viewId}.state`, state);
  }
}
