import { capabilityErrors } from "../errors/capabilityErrors.ts";
import type { ActiveBackend } from "../session/activeBackend.ts";
import { facetOf } from "../session/facetOf.ts";
import type { SnapshotFiles } from "../session/snapshotFiles.ts";
import { checkTexts } from "./checkArguments.ts";
import { checkText } from "./copyArgument.ts";
import { checkNewPackArgument, checkPackEditArgument } from "./checkPackArguments.ts";
import type { ApiUri, ManageApi } from "./manageApi.ts";
import type { Calls } from "./apiCalls.ts";

/** Dependencies of `manage`. */
export interface ManageDependencies {
  readonly backend: ActiveBackend;
  /** Loads what reads and writes snapshot files. */
  readonly snapshotFiles: () => Promise<Pick<SnapshotFiles, "importFrom" | "exportTo" | "loadSamples">>;
}

/** The methods that change packs; the URIs of snapshot files were checked when they were copied. */
export interface ManageCalls extends Omit<Calls<ManageApi>, "importSnapshot" | "exportSnapshot"> {
  importSnapshot(uri: ApiUri): Promise<void>;
  exportSnapshot(uri: ApiUri): Promise<void>;
}

/** The methods that change packs, on whichever backend is active. */
export function manageCalls({ backend, snapshotFiles }: ManageDependencies): ManageCalls {
  const editing = () => facetOf({ backend }, "editing");
  const accountGroups = () => facetOf({ backend }, "accountGroups");
  return {
    async createPack(input) {
      const pack = checkNewPackArgument(input);
      return (await editing()).createPack(pack);
    },
    async editPack(pack, input) {
      const [packId, edit] = [checkText(pack, "packId"), checkPackEditArgument(input)];
      await (await editing()).editPack(packId, edit);
    },
    async deletePack(pack) {
      const packId = checkText(pack, "packId");
      await (await editing()).deletePack(packId);
    },

    async addComponents(pack, components) {
      const [packId, componentIds] = [checkText(pack, "packId"), checkTexts(components, "componentIds")];
      await (await editing()).addComponents(packId, componentIds);
    },
    async removeComponent(...component) {
      const [packId, componentId] = checkIds(component, "packId", "componentId");
      await (await editing()).removeComponent(packId, componentId);
    },
    async undeleteComponent(...component) {
      const [packId, componentId] = checkIds(component, "packId", "componentId");
      await (await editing()).undeleteComponent(packId, componentId);
    },
    async setPendingVersion(pack, component, version) {
      const [packId, componentId] = checkIds([pack, component], "packId", "componentId");
      const packageVersion = checkText(version, "version");
      const facet = await editing();
      if (!facet.setPendingVersion) throw capabilityErrors.setPendingVersion();
      await facet.setPendingVersion(packId, componentId, packageVersion);
    },

    async addToAccountGroup(...sharing) {
      const [packId, groupId] = checkIds(sharing, "packId", "groupId");
      await (await accountGroups()).addPack(packId, groupId);
    },
    async removeFromAccountGroup(...sharing) {
      const [packId, groupId] = checkIds(sharing, "packId", "groupId");
      await (await accountGroups()).removePack(packId, groupId);
    },
    async applyPendingUpdate(...installation) {
      const [packId, accountId] = checkIds(installation, "packId", "accountId");
      const facet = await facetOf({ backend }, "schedules");
      if (!facet.applyPendingUpdate) throw capabilityErrors.applyPendingUpdate();
      await facet.applyPendingUpdate(packId, accountId);
    },

    async importSnapshot(uri) {
      await (await snapshotFiles()).importFrom(uri);
    },
    async exportSnapshot(uri) {
      await (await snapshotFiles()).exportTo(uri);
    },
    async loadSampleData() {
      await (await snapshotFiles()).loadSamples();
    },
  };
}

function checkIds([one, other]: readonly unknown[], nameOfOne: string, nameOfOther: string) {
  return [checkText(one, nameOfOne), checkText(other, nameOfOther)] as const;
}
