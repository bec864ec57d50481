import type { Log } from "../../base/log.ts";
import { describeError } from "../../base/describeError.ts";
import { DisposableOwner } from "../../base/disposable.ts";
import { viewIds } from "../../contributions.ts";
import { scheduledPacks } from "../../model/pack/pack.ts";
import type { ActiveBackend } from "../../session/activeBackend.ts";
import { TreeView } from "../../ui/treeView.ts";
import { TreeProvider } from "../treeProvider.ts";
import { ScheduledReleaseItem } from "./scheduledReleaseItem.ts";

/** The Scheduled Releases view: the scheduled releases of all packs, the next one first. */
export class ScheduledReleasesView extends DisposableOwner {
  constructor(backend: ActiveBackend, log: Log) {
    super();
    const provider = this.register(
      new TreeProvider(
        async () => {
          const open = await backend.get();
          const packs = scheduledPacks(await open.listPackSummaries());
          return packs.map((pack) => new ScheduledReleaseItem(open, pack, pack.scheduled));
        },
        (error) => log.error(`Reading the scheduled releases view: ${describeError(error)}`),
      ),
    );
    this.register(
      new TreeView(viewIds.scheduledReleases, { treeDataProvider: provider, canSelectMany: true }),
    );
    this.register(backend.onDidChange(() => provider.refresh()));
  }
}
