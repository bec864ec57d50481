import * as l10n from "@vscode/l10n";
import type { CommandId } from "../../contributions.ts";
import { canBeChosen, type PackagedVersion } from "../../model/pack/packagedVersion.ts";
import { otherBranchMark } from "../../model/pack/otherBranchMark.ts";
import type { Hover } from "../../ui/hover.ts";
import { joinParts } from "../../ui/joinParts.ts";
import type { Row } from "../../ui/row.ts";
import type { RowDecoration } from "../../ui/rowDecoration.ts";
import { releaseBranch } from "../../ui/settings/settings.ts";
import { rowId } from "../rowId.ts";
import type { TreeNode } from "../treeNode.ts";
import type { ComponentItem } from "./componentItem.ts";
import { versionHover } from "./versionHover.ts";

const viewDetails: CommandId = "integrationPacks.viewDetails";

/** The row of a packaged version, marked as released, scheduled, pending or latest in its pack. */
export class VersionItem implements TreeNode {
  readonly id: string;
  readonly version: PackagedVersion;
  readonly #parent: ComponentItem;

  constructor(parent: ComponentItem, version: PackagedVersion) {
    this.id = rowId(parent, "version", version.packageId);
    this.version = version;
    this.#parent = parent;
  }

  get pack(): ComponentItem["pack"] {
    return this.#parent.pack;
  }

  getParent(): TreeNode {
    return this.#parent;
  }

  getChildren(): TreeNode[] {
    return [];
  }

  getRow(): Row {
    const { packageVersion } = this.version;
    const description = joinParts(this.#marks);
    return {
      label: packageVersion,
      description,
      icon: this.#icon,
      decoration: this.#decoration,
      contextValue: this.#contextValue,
      command: { command: viewDetails, title: l10n.t("View Component Details"), arguments: [this] },
      spoken: joinParts([l10n.t("Version {0}", packageVersion), description], ", "),
    };
  }

  getHover(): Hover {
    return versionHover(this.version, joinParts(this.#marks, ", "));
  }

  /** The marks of the version, such as "released"; `false` for those that do not apply. */
  get #marks(): (string | false)[] {
    const { packageVersion, shareable, deleted } = this.version;
    const { currentVersion, pendingVersion, latestVersion } = this.#parent.component;
    return [
      packageVersion === currentVersion && l10n.t("released"),
      packageVersion === this.#parent.scheduledVersion && l10n.t("scheduled"),
      packageVersion === pendingVersion && l10n.t("pending"),
      packageVersion === latestVersion &&
        (this.pack.deploymentModel === "legacy" ? l10n.t("available") : l10n.t("latest")),
      deleted && l10n.t("deleted"),
      !deleted && !shareable && l10n.t("not shareable"),
      otherBranchMark(this.version, releaseBranch()),
    ];
  }

  /** The words that `when` clauses in package.json match. */
  get #contextValue(): string {
    const { deleted, packageVersion } = this.version;
    const { deleted: leaves, pendingVersion } = this.#parent.component;
    const choosable = canBeChosen(this.version) && !leaves && packageVersion !== pendingVersion;
    return joinParts(["version", deleted ? "deleted" : "kept", choosable && "choosable"], " ");
  }

  /** The badge and color of the version's first mark. */
  get #decoration(): RowDecoration {
    const { packageVersion, deleted } = this.version;
    const { currentVersion, pendingVersion, latestVersion } = this.#parent.component;
    if (deleted) return { badge: l10n.t("D"), color: "integrationPacks.removedForeground" };
    if (packageVersion === currentVersion) return { badge: l10n.t("R") };
    if (packageVersion === this.#parent.scheduledVersion) {
      return { badge: l10n.t("S"), color: "integrationPacks.scheduledForeground" };
    }
    if (packageVersion === pendingVersion) {
      return { badge: l10n.t("P"), color: "integrationPacks.changedForeground" };
    }
    return packageVersion === latestVersion
      ? { badge: l10n.t("A"), color: "integrationPacks.changedForeground" }
      : {};
  }

  get #icon(): string {
    const { packageVersion, deleted } = this.version;
    if (deleted) return "trash";
    return packageVersion === this.#parent.component.currentVersion ? "pass" : "tag";
  }
}
