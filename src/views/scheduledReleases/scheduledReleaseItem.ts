import { t } from "@vscode/l10n";
import * as vscode from "vscode";
import type { PackSummary } from "../../model/pack/pack.ts";
import type { ReleaseSchedule } from "../../model/schedule/scheduledRelease.ts";
import { joinParts } from "../../ui/joinParts.ts";
import {
  describeSchedule,
  scheduleCapabilities,
  scheduleHover,
  scheduleIcon,
} from "../schedulePresentation.ts";
import { rowId } from "../rowId.ts";
import type { TreeNode } from "../treeNode.ts";

/** The row of a scheduled release, titled with the name of its pack. */
export class ScheduledReleaseItem implements TreeNode {
  readonly id: string;
  readonly pack: PackSummary;
  readonly #schedule: ReleaseSchedule;

  constructor(pack: PackSummary, schedule: ReleaseSchedule) {
    this.id = rowId(undefined, "scheduled", pack.packId);
    this.pack = pack;
    this.#schedule = schedule;
  }

  getParent(): undefined {
    return undefined;
  }

  getChildren(): TreeNode[] {
    return [];
  }

  getTreeItem(): vscode.TreeItem {
    const { timeZone, hasUncertainZone } = this.#schedule;
    const item = new vscode.TreeItem(this.pack.name);
    item.description = joinParts([describeSchedule(this.#schedule), !hasUncertainZone && timeZone]);
    item.iconPath = scheduleIcon(this.#schedule);
    item.contextValue = scheduleCapabilities(this.#schedule);
    item.accessibilityInformation = { label: t("{0}, {1}", this.pack.name, item.description) };
    return item;
  }

  getHover(): vscode.MarkdownString {
    return scheduleHover(this.pack.name, this.#schedule);
  }
}
