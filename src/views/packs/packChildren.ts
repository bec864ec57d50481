import type { Backend } from "../../backend/backend.ts";
import { versionIn } from "../../model/release/release.ts";
import type { TreeNode } from "../treeNode.ts";
import { ComponentItem } from "./componentItem.ts";
import { HistoryItem } from "./historyItem.ts";
import { InstallationRuns } from "./installations/installationRuns.ts";
import { InstallationsItem } from "./installations/installationsItem.ts";
import type { PackItem } from "./packItem.ts";
import { ScheduleItem } from "./scheduleItem.ts";

/** The rows below a pack: its scheduled release, its components, its installations and its release history. */
export async function packChildren(
  backend: Backend,
  item: PackItem,
  refresh: (node: TreeNode) => void,
): Promise<TreeNode[]> {
  const pack = await backend.getPack(item.pack.packId);
  const scheduled = pack.scheduled?.versions ?? {};
  const components = pack.components.map(
    (component) => new ComponentItem(backend, item, component, versionIn(scheduled, component.componentId)),
  );
  return [
    ...(pack.scheduled ? [new ScheduleItem(backend, item, pack.scheduled)] : []),
    ...components,
    ...(item.pack.released
      ? [await installationsItem(backend, item, refresh), new HistoryItem(backend, item)]
      : []),
  ];
}

/** The readings that run, of whichever backend. */
const runs = new InstallationRuns();

async function installationsItem(
  backend: Backend,
  item: PackItem,
  refresh: (node: TreeNode) => void,
): Promise<InstallationsItem> {
  // Without the latest reading, which expanding the row would report as a problem, the rest is still true.
  const latest = await backend.installations.latest(item.pack.packId).catch(() => undefined);
  return new InstallationsItem(item, latest, { backend, runs, refresh });
}
