import { t } from "@vscode/l10n";
import * as vscode from "vscode";
import type { ActiveBackend } from "../../session/activeBackend.ts";
import type { Backend } from "../../backend/backend.ts";
import { setContextKey, viewIds } from "../../contributions.ts";
import { DisposableOwner } from "../../base/disposable.ts";
import { describeError } from "../../base/describeError.ts";
import { packFilter } from "../../model/pack/packFilter.ts";
import type { TreeNode } from "../treeNode.ts";
import { TreeProvider } from "../treeProvider.ts";
import { PackItem } from "./packItem.ts";

/** The tree of packs, their components and their packaged versions. */
export class PacksView extends DisposableOwner {
  readonly #backend: ActiveBackend;
  readonly #provider: TreeProvider;
  readonly #view: vscode.TreeView<TreeNode>;
  #filter = "";
  #account = "";
  /** As last read, until something changes: a filter that is typed reads nothing. */
  #packs: Promise<readonly PackItem[]> | undefined;

  constructor(backend: ActiveBackend, log: vscode.LogOutputChannel) {
    super();
    this.#backend = backend;
    this.#provider = this.register(
      new TreeProvider(
        () => this.#readPacks(),
        (error) => log.error(`Reading the packs view: ${describeError(error)}`),
      ),
    );
    this.#view = this.register(
      vscode.window.createTreeView(viewIds.packs, {
        treeDataProvider: this.#provider,
        showCollapseAll: true,
      }),
    );
    this.register(backend.onDidChange(() => this.refresh()));
  }

  get filter(): string {
    return this.#filter;
  }

  /** Shows only packs that the filter admits; `''` shows all. */
  setFilter(filter: string): void {
    this.#filter = filter.trim();
    this.#describe();
    setContextKey("integrationPacks.filtered", this.#filter !== "");
    this.#provider.refresh();
  }

  /** Beside the title: which account is on, and what is filtered. */
  #describe(): void {
    const filter = this.#filter === "" ? "" : t("filter: {0}", this.#filter);
    this.#view.description = [this.#account, filter].filter((part) => part !== "").join(", ");
  }

  /** Reads the children of the row again, or everything. */
  refresh(node?: TreeNode): void {
    if (!node) this.#packs = undefined;
    this.#provider.refresh(node);
  }

  /** Shows the pack selected and expanded; a filter that hides it is cleared. */
  async reveal(packId: string): Promise<void> {
    const item = (await this.#find(packId)) ?? (await this.#findUnfiltered(packId));
    if (item) await this.#view.reveal(item, { select: true, focus: true, expand: true });
  }

  async #findUnfiltered(packId: string): Promise<TreeNode | undefined> {
    if (this.#filter === "") return undefined;
    this.setFilter("");
    return this.#find(packId);
  }

  async #find(packId: string): Promise<TreeNode | undefined> {
    const roots = await this.#provider.roots();
    return roots.find((node) => node instanceof PackItem && node.pack.packId === packId);
  }

  /** The account is shown as soon as it is known, and not any longer than it is on. */
  async #openBackend(): Promise<Backend> {
    this.#account = "";
    try {
      const backend = await this.#backend.get();
      this.#account = backend.account ?? "";
      return backend;
    } finally {
      this.#describe();
    }
  }

  async #readPacks(): Promise<TreeNode[]> {
    const isShown = packFilter(this.#filter);
    const reading = (this.#packs ??= this.#listPacks());
    try {
      return (await reading).filter(({ pack }) => isShown(pack));
    } catch (error) {
      // Asking again tries again.
      if (this.#packs === reading) this.#packs = undefined;
      throw error;
    }
  }

  async #listPacks(): Promise<readonly PackItem[]> {
    const backend = await this.#openBackend();
    return (await backend.listPackSummaries()).map((pack) => new PackItem(backend, pack));
  }
}
