import { DisposableOwner } from "../../base/disposable.ts";
import { viewIds } from "../../contributions.ts";
import { scheduledPacks } from "../../model/pack/pack.ts";
import type { ActiveBackend } from "../../session/activeBackend.ts";
import { TreeView } from "../../ui/treeView.ts";
import { TreeProvider } from "../treeProvider.ts";
import type { ViewProblems } from "../viewProblems.ts";
import { ScheduledReleaseItem } from "./scheduledReleaseItem.ts";

/** The Scheduled Releases view: the scheduled releases of all packs, the next one first. */
export class ScheduledReleasesView extends DisposableOwner {
  constructor(backend: ActiveBackend, problems: ViewProblems) {
    super();
    const provider = this.register(
      new TreeProvider({
        viewId: viewIds.scheduledReleases,
        backend,
        problems,
        readRoots: async () => {
          const open = await backend.get();
          const packs = scheduledPacks(await open.listPackSummaries());
          return packs.map((pack) => new ScheduledReleaseItem(open, pack, pack.scheduled));
        },
      }),
    );
    this.register(
      new TreeView(viewIds.scheduledReleases, { treeDataProvider: provider, canSelectMany: true }),
    );
    this.register(backend.onDidChange(() => provider.refresh()));
  }
}
