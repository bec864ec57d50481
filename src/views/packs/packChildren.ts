import type { Backend } from "../../backend/backend.ts";
import { versionIn } from "../../model/release/release.ts";
import type { TreeNode } from "../treeNode.ts";
import { ComponentItem } from "./componentItem.ts";
import { HistoryItem } from "./historyItem.ts";
import type { PackItem } from "./packItem.ts";
import { ScheduleItem } from "./scheduleItem.ts";

/** The rows below a pack: its scheduled release, its components and its release history. */
export async function packChildren(backend: Backend, item: PackItem): Promise<TreeNode[]> {
  const pack = await backend.getPack(item.pack.packId);
  const scheduled = pack.scheduled?.versions ?? {};
  const components = pack.components.map(
    (component) => new ComponentItem(backend, item, component, versionIn(scheduled, component.componentId)),
  );
  return [
    ...(pack.scheduled ? [new ScheduleItem(backend, item, pack.scheduled)] : []),
    ...components,
    ...(item.pack.released ? [new HistoryItem(backend, item)] : []),
  ];
}
