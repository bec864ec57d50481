import { t } from "@vscode/l10n";
import * as vscode from "vscode";
import {
  describeChange,
  describeChanges,
  describeTrigger,
  type PastRelease,
} from "../../model/release/releaseHistory.ts";
import type { VersionChange } from "../../model/release/versionChange.ts";
import { formatDateTime } from "../../ui/dates.ts";
import { factsMarkdown } from "../hover.ts";
import type { TreeNode } from "../treeNode.ts";
import type { HistoryItem } from "./historyItem.ts";
import { ReleaseChangeItem } from "./releaseChangeItem.ts";

/** A release that was made; below it what it changed. */
export class PastReleaseItem implements TreeNode {
  readonly id: string;
  readonly pack: HistoryItem["pack"];
  readonly past: PastRelease;
  readonly #parent: HistoryItem;
  readonly #changes: readonly VersionChange[];

  constructor(parent: HistoryItem, past: PastRelease, changes: readonly VersionChange[]) {
    this.id = `${parent.id}/${past.release.releaseId}`;
    this.pack = parent.pack;
    this.past = past;
    this.#parent = parent;
    this.#changes = changes;
  }

  getParent(): TreeNode {
    return this.#parent;
  }

  getChildren(): TreeNode[] {
    return this.#changes.map((change) => new ReleaseChangeItem(this, change));
  }

  getTreeItem(): vscode.TreeItem {
    const { releasedAt, releasedBy, trigger } = this.past.release;
    const item = new vscode.TreeItem(
      formatDateTime(releasedAt),
      this.#changes.length > 0
        ? vscode.TreeItemCollapsibleState.Collapsed
        : vscode.TreeItemCollapsibleState.None,
    );
    item.description = [
      this.past.latest && t("current"),
      describeTrigger(trigger),
      releasedBy,
      describeChanges(this.#changes),
    ]
      .filter((part) => typeof part === "string" && part !== "")
      .join(" · ");
    item.iconPath = new vscode.ThemeIcon(this.past.latest ? "pass" : "circle-outline");
    item.contextValue = this.#contextValue;
    item.accessibilityInformation = {
      label: t("Release of {0}, {1}", formatDateTime(releasedAt), item.description),
    };
    return item;
  }

  getHover(): vscode.MarkdownString {
    const { releaseId, releasedAt, releasedBy, trigger } = this.past.release;
    return factsMarkdown(
      t("Release of {0}", formatDateTime(releasedAt)),
      [
        [t("Released by"), releasedBy],
        [t("How"), describeTrigger(trigger)],
        [t("Release ID"), releaseId],
      ],
      this.#changes.map(describeChange).join("\n"),
    );
  }

  /** Words that the `when` clauses of package.json match: whether one can go back to it, and compare it with one before. */
  get #contextValue(): string {
    return ["pastRelease", !this.past.latest && "earlier", this.past.previous && "following"]
      .filter(Boolean)
      .join(" ");
  }
}
