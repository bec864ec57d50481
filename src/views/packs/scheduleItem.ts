import { t } from "@vscode/l10n";
import * as vscode from "vscode";
import type { ReleaseSchedule } from "../../model/schedule/scheduledRelease.ts";
import { formatCalendarDate } from "../../ui/dates.ts";
import { describeSchedule, scheduleHover, scheduleWords } from "../describeSchedule.ts";
import type { TreeNode } from "../treeNode.ts";
import type { PackItem } from "./packItem.ts";

/** Rule 8: the release date stands above the component list. */
export class ScheduleItem implements TreeNode {
  readonly id: string;
  readonly pack: PackItem["pack"];
  readonly #parent: PackItem;
  readonly #schedule: ReleaseSchedule;

  constructor(parent: PackItem, schedule: ReleaseSchedule) {
    this.id = `${parent.id}/schedule`;
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
    const { date, timeZone, state } = this.#schedule;
    const item = new vscode.TreeItem(t("Scheduled for {0}", formatCalendarDate(date)));
    item.description = state === "scheduled" ? timeZone : `${timeZone} · ${describeSchedule(this.#schedule)}`;
    item.iconPath = new vscode.ThemeIcon(state === "failed" || state === "missed" ? "warning" : "calendar");
    item.contextValue = `schedule ${scheduleWords(this.#schedule)}`;
    return item;
  }

  getHover(): vscode.MarkdownString {
    return scheduleHover(this.pack.name, this.#schedule);
  }
}
