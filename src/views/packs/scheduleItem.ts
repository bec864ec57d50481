import { t } from "@vscode/l10n";
import * as vscode from "vscode";
import type { ReleaseSchedule } from "../../model/schedule/scheduledRelease.ts";
import { formatCalendarDate } from "../../ui/dates.ts";
import { joinParts } from "../../ui/joinParts.ts";
import {
  describeSchedule,
  scheduleCapabilities,
  scheduleHover,
  scheduleIcon,
} from "../schedulePresentation.ts";
import { rowId } from "../rowId.ts";
import type { TreeNode } from "../treeNode.ts";
import type { PackItem } from "./packItem.ts";

/** The row with the release date of a scheduled pack, above its components (rule 8). */
export class ScheduleItem implements TreeNode {
  readonly id: string;
  readonly pack: PackItem["pack"];
  readonly #parent: PackItem;
  readonly #schedule: ReleaseSchedule;

  constructor(parent: PackItem, schedule: ReleaseSchedule) {
    this.id = rowId(parent, "schedule");
    this.pack = parent.pack;
    this.#parent = parent;
    this.#schedule = schedule;
  }

  getParent(): TreeNode {
    return this.#parent;
  }

  getChildren(): TreeNode[] {
    return [];
  }

  getTreeItem(): vscode.TreeItem {
    const { date, timeZone, hasUncertainZone, state } = this.#schedule;
    const item = new vscode.TreeItem(t("Scheduled for {0}", formatCalendarDate(date)));
    item.description = joinParts([
      !hasUncertainZone && timeZone,
      state !== "scheduled" && describeSchedule(this.#schedule),
    ]);
    item.iconPath = scheduleIcon(this.#schedule);
    item.contextValue = `schedule ${scheduleCapabilities(this.#schedule)}`;
    return item;
  }

  getHover(): vscode.MarkdownString {
    return scheduleHover(this.pack.name, this.#schedule);
  }
}
