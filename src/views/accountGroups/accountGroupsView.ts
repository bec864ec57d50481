import { DisposableOwner } from "../../base/disposable.ts";
import { viewIds } from "../../contributions.ts";
import type { ActiveBackend } from "../../session/activeBackend.ts";
import { TreeView } from "../../ui/treeView.ts";
import type { TreeNode } from "../treeNode.ts";
import { TreeProvider } from "../treeProvider.ts";
import type { ViewProblems } from "../viewProblems.ts";
import { AccountGroupItem } from "./accountGroupItem.ts";

/** The Account Groups view: which groups receive which packs, and what each account has installed. */
export class AccountGroupsView extends DisposableOwner {
  readonly #provider: TreeProvider;
  readonly #view: TreeView<TreeNode>;

  constructor(backend: ActiveBackend, problems: ViewProblems) {
    super();
    this.#provider = this.register(
      new TreeProvider({
        viewId: viewIds.accountGroups,
        backend,
        problems,
        readRoots: async () => {
          const groups = await (await backend.get()).accountGroups?.listAccountGroups();
          return (groups ?? []).map((group) => new AccountGroupItem(group));
        },
      }),
    );
    this.#view = this.register(
      new TreeView(viewIds.accountGroups, {
        treeDataProvider: this.#provider,
        showCollapseAll: true,
      }),
    );
    this.register(backend.onDidChange(() => this.#provider.refresh()));
  }

  /** Selects and expands the row of the group. */
  async reveal(groupId: string): Promise<void> {
    const roots = await this.#provider.roots();
    const item = roots.find((node) => node instanceof AccountGroupItem && node.group.groupId === groupId);
    if (item) await this.#view.reveal(item);
  }
}
