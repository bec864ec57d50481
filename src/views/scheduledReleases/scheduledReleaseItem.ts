import type { PackSummary } from "../../model/pack/pack.ts";
import type { ReleaseSchedule } from "../../model/schedule/scheduledRelease.ts";
import type { Hover } from "../../ui/hover.ts";
import { joinParts } from "../../ui/joinParts.ts";
import type { Row } from "../../ui/row.ts";
import {
  describeSchedule,
  scheduleCapabilities,
  scheduleDecoration,
  scheduleHover,
  scheduleIcon,
  shortSchedule,
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

  getRow(): Row {
    const { timeZone, hasUncertainZone } = this.#schedule;
    const zone = !hasUncertainZone && timeZone;
    return {
      label: this.pack.name,
      description: joinParts([shortSchedule(this.#schedule), zone]),
      icon: scheduleIcon(this.#schedule),
      decoration: scheduleDecoration(this.#schedule),
      contextValue: scheduleCapabilities(this.#schedule),
      spoken: joinParts([this.pack.name, describeSchedule(this.#schedule), zone], ", "),
    };
  }

  getHover(): Hover {
    return scheduleHover(this.pack.name, this.#schedule);
  }
}
