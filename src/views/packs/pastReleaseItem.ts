import { t } from "@vscode/l10n";
import * as vscode from "vscode";
import type { PastRelease } from "../../model/release/pastRelease.ts";
import { describeChange, describeChanges } from "../../model/release/describeChanges.ts";
import { describeTrigger } from "../../model/release/describeTrigger.ts";
import type { VersionChange } from "../../model/release/versionChange.ts";
import { formatDateTime } from "../../ui/dates.ts";
import { joinParts } from "../../ui/joinParts.ts";
import { factsMarkdown } from "../hoverMarkdown.ts";
import { rowId } from "../rowId.ts";
import type { TreeNode } from "../treeNode.ts";
import type { HistoryItem } from "./historyItem.ts";
import { ReleaseChangeItem } from "./releaseChangeItem.ts";

/** The row of a past release. Its children are the changes that it made. */
export class PastReleaseItem implements TreeNode {
  readonly id: string;
  readonly pack: HistoryItem["pack"];
  readonly past: PastRelease;
  readonly #parent: HistoryItem;
  readonly #changes: readonly VersionChange[];

  constructor(parent: HistoryItem, past: PastRelease, changes: readonly VersionChange[]) {
    this.id = rowId(parent, "release", past.release.releaseId);
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
    item.description = joinParts([
      this.past.latest && t("current"),
      describeTrigger(trigger),
      releasedBy,
      describeChanges(this.#changes),
    ]);
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

  /**
   * The words that `when` clauses in package.json match: `earlier` offers a roll-back, `following` a comparison with the
   * previous release.
   */
  get #contextValue(): string {
    return joinParts(["pastRelease", !this.past.latest && "earlier", this.past.previous && "following"], " ");
  }
}
