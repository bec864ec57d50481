import * as l10n from "@vscode/l10n";
import { plural } from "../../base/language.ts";
import { DisposableOwner } from "../../base/disposable.ts";
import { setContextKey, viewIds } from "../../contributions.ts";
import type { PackSummary } from "../../model/pack/pack.ts";
import { describeFilter, packFilter } from "../../model/pack/packFilter.ts";
import type { ActiveBackend } from "../../session/activeBackend.ts";
import { joinParts } from "../../ui/joinParts.ts";
import { TreeView } from "../../ui/treeView.ts";
import type { TreeNode } from "../treeNode.ts";
import { TreeProvider } from "../treeProvider.ts";
import type { ViewProblems } from "../viewProblems.ts";
import { PackItem } from "./packItem.ts";

/** The Integration Packs view: packs, their components and the packaged versions of these. */
export class PacksView extends DisposableOwner {
  readonly #backend: ActiveBackend;
  readonly #provider: TreeProvider;
  readonly #view: TreeView<TreeNode>;
  #filter = "";
  /** The packs as last read, so that typing a filter reads nothing. */
  #packs: Promise<readonly PackItem[]> | undefined;

  constructor(backend: ActiveBackend, problems: ViewProblems) {
    super();
    this.#backend = backend;
    this.#provider = this.register(
      new TreeProvider({
        viewId: viewIds.packs,
        backend,
        problems,
        readRoots: () => this.#readRows(),
      }),
    );
    this.#view = this.register(
      new TreeView(viewIds.packs, {
        treeDataProvider: this.#provider,
        showCollapseAll: true,
        canSelectMany: true,
      }),
    );
    this.register(
      backend.onDidClose(() => {
        this.#view.showMessage(undefined);
        this.#showBadge([]);
      }),
    );
    this.register(backend.onDidChange(() => this.refresh()));
  }

  get filter(): string {
    return this.#filter;
  }

  /** Shows only the packs that match the filter; `""` shows all. */
  setFilter(filter: string): void {
    this.#filter = filter.trim();
    this.#view.describe(this.#filter === "" ? "" : l10n.t("Filter: {0}", describeFilter(this.#filter)));
    setContextKey("integrationPacks.filtered", this.#filter !== "");
    this.#provider.refresh();
  }

  /** How many packs match each filter. Nothing while the packs are not known. */
  async countMatches(filters: readonly string[]): Promise<ReadonlyMap<string, number> | undefined> {
    const packs = await this.#packs?.catch(() => undefined);
    if (!packs) return undefined;
    return new Map(
      filters.map((filter) => {
        const matches = packFilter(filter);
        return [filter, packs.filter(({ pack }) => matches(pack)).length];
      }),
    );
  }

  /** Reads the children of the node again, or all packs when no node is given. */
  refresh(node?: TreeNode): void {
    if (!node) {
      const wasRead = this.#packs !== undefined;
      this.#packs = undefined;
      if (wasRead) void this.#updateBadge();
    }
    this.#provider.refresh(node);
  }

  /** Counts again while the view is hidden and its rows are not read. Once they are, the view shows their failure. */
  async #updateBadge(): Promise<void> {
    await this.#readPacks().catch(() => this.#showBadge([]));
  }

  /** Shows how many packs can be released, whatever the filter. */
  #showBadge(packs: readonly PackSummary[]): void {
    const count = packs.filter(({ releasable }) => releasable).length;
    const meaning = plural(
      count,
      l10n.t("{0} integration pack can be released", count),
      l10n.t("{0} integration packs can be released", count),
    );
    this.#view.showBadge(count, meaning);
  }

  /** Selects and expands the row of the pack. Clears a filter that hides it. */
  async reveal(packId: string): Promise<void> {
    const item = (await this.#find(packId)) ?? (await this.#findUnfiltered(packId));
    if (item) await this.#view.reveal(item);
  }

  /** Selects and expands the row with the installations of the pack; `readsAgain`: and asks its accounts again. */
  async revealInstallations(packId: string, readsAgain = false): Promise<void> {
    const pack = (await this.#find(packId)) ?? (await this.#findUnfiltered(packId));
    if (!pack) return;
    const { InstallationsItem } = await import("./installations/installationsItem.ts");
    const children = await this.#provider.getChildren(pack);
    const item = children.find((node) => node instanceof InstallationsItem);
    if (readsAgain) item?.readAgain();
    await this.#view.reveal(item ?? pack);
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

  /** The rows of the packs that match the filter, below the account and what is left out. */
  async #readRows(): Promise<TreeNode[]> {
    try {
      const packs = await this.#readPacks();
      const isShown = packFilter(this.#filter);
      const rows = packs.filter(({ pack }) => isShown(pack));
      const { account = "", sharedRecords = "", omissions = "" } = await this.#backend.get();
      // VS Code shows a message in place of a welcome text, which says more about an empty view than the account.
      const isAccountShown = account !== "" && rows.length > 0;
      const areRecordsShown = sharedRecords !== "" && rows.length > 0;
      this.#view.showMessage(
        joinParts([
          isAccountShown && l10n.t("Account: {0}", account),
          areRecordsShown && l10n.t("Records: {0}", sharedRecords),
          omissions,
        ]),
      );
      return rows;
    } catch (error) {
      this.#view.showMessage(undefined);
      throw error;
    }
  }

  async #readPacks(): Promise<readonly PackItem[]> {
    const reading = (this.#packs ??= this.#listPacks());
    try {
      return await reading;
    } catch (error) {
      // A failure is not stored, so that the next call reads again.
      if (this.#packs === reading) this.#packs = undefined;
      throw error;
    }
  }

  async #listPacks(): Promise<readonly PackItem[]> {
    const backend = await this.#backend.get();
    const packs = await backend.listPackSummaries();
    this.#showBadge(packs);
    return packs.map((pack) => new PackItem(backend, pack, (node) => this.#provider.refresh(node)));
  }
}
