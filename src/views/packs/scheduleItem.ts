import * as l10n from "@vscode/l10n";
import type { Backend } from "../../backend/backend.ts";
import type { ReleaseSchedule } from "../../model/schedule/scheduledRelease.ts";
import { formatCalendarDate } from "../../ui/dates.ts";
import type { Hover } from "../../ui/hover.ts";
import { joinParts } from "../../ui/joinParts.ts";
import type { Row } from "../../ui/row.ts";
import {
  describeSchedule,
  scheduleCapabilities,
  scheduleDecoration,
  scheduleHover,
  scheduleIcon,
} from "../schedulePresentation.ts";
import { rowId } from "../rowId.ts";
import { scheduledChangeItems } from "../scheduledChanges.ts";
import type { TreeNode } from "../treeNode.ts";
import type { PackItem } from "./packItem.ts";

/** The row with the release date of a scheduled pack, above its components (rule 8). Its children are the versions that it releases. */
export class ScheduleItem implements TreeNode {
  readonly id: string;
  readonly pack: PackItem["pack"];
  readonly #backend: Backend;
  readonly #parent: PackItem;
  readonly #schedule: ReleaseSchedule;

  constructor(backend: Backend, parent: PackItem, schedule: ReleaseSchedule) {
    this.id = rowId(parent, "schedule");
    this.pack = parent.pack;
    this.#backend = backend;
    this.#parent = parent;
    this.#schedule = schedule;
  }

  getParent(): TreeNode {
    return this.#parent;
  }

  getChildren(): Promise<TreeNode[]> {
    return scheduledChangeItems(this.#backend, this, this.pack.packId);
  }

  getRow(): Row {
    const { date, timeZone, hasUncertainZone, state, differences } = this.#schedule;
    const isAsConfirmed = state === "scheduled" && !differences;
    return {
      label: l10n.t("Scheduled for {0}", formatCalendarDate(date)),
      description: joinParts([
        !isAsConfirmed && describeSchedule(this.#schedule),
        !hasUncertainZone && timeZone,
      ]),
      icon: scheduleIcon(this.#schedule),
      decoration: scheduleDecoration(this.#schedule),
      isExpandable: true,
      contextValue: `schedule ${scheduleCapabilities(this.#schedule)}`,
    };
  }

  getHover(): Hover {
    return scheduleHover(this.pack.name, this.#schedule);
  }
}
