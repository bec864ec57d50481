import type { BackendReads } from "../backend/backendReads.ts";
import { readKnownVersions } from "../backend/readKnownVersions.ts";
import { releasedVersions, versionsAfterSchedule } from "../model/release/releasedVersions.ts";
import { versionChanges } from "../model/release/versionChange.ts";
import { ReleaseChangeItem } from "./packs/releaseChangeItem.ts";
import type { TreeNode } from "./treeNode.ts";

/** The rows below a scheduled release: each component with the version that it gets. None once nothing is scheduled. */
export async function scheduledChangeItems(
  backend: Pick<BackendReads, "getPack" | "listVersions">,
  parent: TreeNode,
  packId: string,
): Promise<TreeNode[]> {
  const pack = await backend.getPack(packId);
  if (!pack.scheduled) return [];
  const known = await readKnownVersions(
    backend,
    pack.components.map(({ componentId }) => componentId),
  );
  return versionChanges(releasedVersions(pack), versionsAfterSchedule(pack), known).map(
    (change) => new ReleaseChangeItem(parent, change),
  );
}
