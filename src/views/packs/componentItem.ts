import * as l10n from "@vscode/l10n";
import type { Backend } from "../../backend/backend.ts";
import { componentTypeName } from "../../model/pack/componentTypeName.ts";
import { otherBranchMark } from "../../model/pack/otherBranchMark.ts";
import type { PackComponent } from "../../model/pack/pack.ts";
import type { PackagedVersion } from "../../model/pack/packagedVersion.ts";
import type { Hover } from "../../ui/hover.ts";
import { joinParts } from "../../ui/joinParts.ts";
import type { Row } from "../../ui/row.ts";
import { releaseBranch } from "../../ui/settings/settings.ts";
import { rowId } from "../rowId.ts";
import type { TreeNode } from "../treeNode.ts";
import { componentDecoration, componentState, shortComponentState } from "./componentState.ts";
import type { PackItem } from "./packItem.ts";
import { VersionItem } from "./versionItem.ts";

/** The row of a component of a pack. Its children are its packaged versions, newest first. */
export class ComponentItem implements TreeNode {
  readonly id: string;
  readonly component: PackComponent;
  /** The version in the pack's scheduled release; `""` when there is none. */
  readonly scheduledVersion: string;
  readonly #backend: Backend;
  readonly #parent: PackItem;

  constructor(backend: Backend, parent: PackItem, component: PackComponent, scheduledVersion = "") {
    this.id = rowId(parent, "component", component.componentId);
    this.component = component;
    this.scheduledVersion = scheduledVersion;
    this.#backend = backend;
    this.#parent = parent;
  }

  get pack(): PackItem["pack"] {
    return this.#parent.pack;
  }

  getParent(): TreeNode {
    return this.#parent;
  }

  async getChildren(): Promise<TreeNode[]> {
    return (await this.#readVersions()).map((version) => new VersionItem(this, version));
  }

  getRow(): Row {
    const { componentName, componentType, deleted } = this.component;
    const state = componentState(this.component);
    return {
      label: componentName,
      description: shortComponentState(this.component),
      icon: deleted ? "trash" : componentType === "process" ? "server-process" : "globe",
      decoration: componentDecoration(this.component),
      isExpandable: true,
      contextValue: deleted ? "component deleted" : "component kept",
      spoken: l10n.t("{0} {1}, {2}", this.#typeName, componentName, state),
    };
  }

  async getHover(): Promise<Hover> {
    const { componentId, componentName, currentVersion, pendingVersion, latestVersion, deleted } =
      this.component;
    const legacy = this.pack.deploymentModel === "legacy";
    const branch = releaseBranch();
    // Without its versions, which a click on the row would report as a problem, the rest is still true.
    const versions = await this.#readVersions().catch(() => []);
    const marked = (text: string) => {
      const version = versions.find(({ packageVersion }) => packageVersion === text);
      return joinParts([text, version && otherBranchMark(version, branch)], ", ");
    };
    return {
      title: componentName,
      facts: [
        [l10n.t("Type"), this.#typeName],
        [l10n.t("Current Version"), marked(currentVersion)],
        [l10n.t("Pending Version"), deleted ? l10n.t("Deleted") : marked(pendingVersion)],
        [legacy ? l10n.t("Available Version") : l10n.t("Latest Version"), marked(latestVersion)],
        [l10n.t("Component ID"), componentId],
      ],
    };
  }

  async #readVersions(): Promise<readonly PackagedVersion[]> {
    const { componentId } = this.component;
    return (await this.#backend.listVersions([componentId])).get(componentId) ?? [];
  }

  get #typeName(): string {
    return componentTypeName(this.component.componentType);
  }
}
