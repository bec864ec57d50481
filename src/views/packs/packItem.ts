import { t } from "@vscode/l10n";
import * as vscode from "vscode";
import type { Backend } from "../../backend/backend.ts";
import type { PackSummary } from "../../model/pack/pack.ts";
import { formatDate } from "../../ui/dates.ts";
import { joinParts } from "../../ui/joinParts.ts";
import { factsMarkdown } from "../hoverMarkdown.ts";
import { describeSchedule, scheduleCapabilities } from "../schedulePresentation.ts";
import { rowId } from "../rowId.ts";
import type { TreeNode } from "../treeNode.ts";
import { ComponentItem } from "./componentItem.ts";
import { HistoryItem } from "./historyItem.ts";
import { ScheduleItem } from "./scheduleItem.ts";

/** The row of an integration pack. Its children are its scheduled release, its components and its release history. */
export class PackItem implements TreeNode {
  readonly id: string;
  readonly pack: PackSummary;
  readonly #backend: Backend;

  constructor(backend: Backend, pack: PackSummary) {
    this.id = rowId(undefined, "pack", pack.packId);
    this.pack = pack;
    this.#backend = backend;
  }

  getParent(): undefined {
    return undefined;
  }

  async getChildren(): Promise<TreeNode[]> {
    const pack = await this.#backend.getPack(this.pack.packId);
    const components = pack.components.map((component) => new ComponentItem(this.#backend, this, component));
    return [
      ...(pack.scheduled ? [new ScheduleItem(this, pack.scheduled)] : []),
      ...components,
      ...(this.pack.released ? [new HistoryItem(this.#backend, this)] : []),
    ];
  }

  getTreeItem(): vscode.TreeItem {
    const { name, releasable } = this.pack;
    const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Collapsed);
    item.description = this.#state;
    item.iconPath = new vscode.ThemeIcon(releasable ? "package" : "archive");
    item.contextValue = this.#contextValue;
    item.accessibilityInformation = { label: t("Integration pack {0}, {1}", name, this.#state) };
    return item;
  }

  getHover(): vscode.MarkdownString {
    const { packId, name, description, installationType, deploymentModel, componentCount, lastReleasedAt } =
      this.pack;
    const legacy = deploymentModel === "legacy";
    return factsMarkdown(
      name,
      [
        [t("State"), this.#state],
        [t("Type"), installationType === "SINGLE" ? t("Single Attachment") : t("Multiple Attachments")],
        [t("Deployment model"), legacy ? t("Legacy") : t("Packaged components")],
        [legacy ? t("Publications") : t("Components"), String(componentCount)],
        [t("Last released"), lastReleasedAt === undefined ? "" : formatDate(lastReleasedAt)],
        [t("Pack ID"), packId],
      ],
      description,
    );
  }

  /** The state of the pack in a few words, so that no state is shown by an icon alone. */
  get #state(): string {
    const { componentCount, released, releasable, lastReleasedAt, scheduled, deploymentModel } = this.pack;
    return joinParts([
      deploymentModel === "legacy" && t("legacy"),
      componentCount === 0 && t("no components"),
      componentCount > 0 && !released && t("never released"),
      released && releasable && t("changes to release"),
      released &&
        !releasable &&
        (lastReleasedAt === undefined ? t("released") : t("released {0}", formatDate(lastReleasedAt))),
      scheduled && describeSchedule(scheduled),
    ]);
  }

  /** The words that `when` clauses in package.json match, one for each capability. */
  get #contextValue(): string {
    const { releasable, scheduled, componentCount, released } = this.pack;
    return joinParts(
      [
        "pack",
        releasable && "releasable",
        scheduled && scheduleCapabilities(scheduled),
        released && "released",
        componentCount === 0 && "empty",
      ],
      " ",
    );
  }
}
