import { t } from "@vscode/l10n";
import * as vscode from "vscode";
import type { CommandId } from "../../contributions.ts";
import { canBeChosen, type PackagedVersion } from "../../model/pack/packagedVersion.ts";
import { otherBranchMark } from "../../model/pack/otherBranchMark.ts";
import { formatDate, formatDateTime } from "../../ui/dates.ts";
import { joinParts } from "../../ui/joinParts.ts";
import { releaseBranch } from "../../ui/settings.ts";
import { factsMarkdown } from "../hoverMarkdown.ts";
import { rowId } from "../rowId.ts";
import type { TreeNode } from "../treeNode.ts";
import type { ComponentItem } from "./componentItem.ts";

const viewDetails: CommandId = "integrationPacks.viewDetails";

/** The row of a packaged version, marked as released, pending or latest in its pack. */
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

  getTreeItem(): vscode.TreeItem {
    const { packageVersion, createdDate, createdBy } = this.version;
    const item = new vscode.TreeItem(packageVersion);
    item.description = joinParts([...this.#marks, formatDate(createdDate), createdBy]);
    item.iconPath = new vscode.ThemeIcon(this.#icon);
    item.contextValue = this.#contextValue;
    item.command = { command: viewDetails, title: t("View Component Details"), arguments: [this] };
    item.accessibilityInformation = { label: t("Version {0}, {1}", packageVersion, item.description) };
    return item;
  }

  getHover(): vscode.MarkdownString {
    const { packageVersion, componentName, packageId, componentVersion, createdDate, createdBy, ...rest } =
      this.version;
    return factsMarkdown(
      `${componentName} ${packageVersion}`,
      [
        [t("State"), joinParts(this.#marks, ", ")],
        [t("Created"), t("{0} by {1}", formatDateTime(createdDate), createdBy)],
        [t("Component version"), String(componentVersion)],
        [t("Branch"), rest.branchName],
        [t("Folder"), rest.folder],
        [t("Sharing"), rest.shareable ? t("allowed") : t("not allowed")],
        [t("Packaged component ID"), packageId],
      ],
      rest.notes,
    );
  }

  /** The marks of the version, such as "released"; `false` for those that do not apply. */
  get #marks(): (string | false)[] {
    const { packageVersion, shareable, deleted } = this.version;
    const { currentVersion, pendingVersion, latestVersion } = this.#parent.component;
    return [
      packageVersion === currentVersion && t("released"),
      packageVersion === pendingVersion && t("pending"),
      packageVersion === latestVersion &&
        (this.pack.deploymentModel === "legacy" ? t("available") : t("latest")),
      deleted && t("deleted"),
      !deleted && !shareable && t("not shareable"),
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

  get #icon(): string {
    const { packageVersion, deleted } = this.version;
    if (deleted) return "trash";
    return packageVersion === this.#parent.component.currentVersion ? "pass" : "tag";
  }
}
