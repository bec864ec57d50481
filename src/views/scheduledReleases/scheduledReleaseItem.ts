import * as l10n from "@vscode/l10n";
import type { Backend } from "../../backend/backend.ts";
import type { CommandId } from "../../contributions.ts";
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

const showPack: CommandId = "integrationPacks.showPack";

/** The row of a scheduled release, titled with the name of its pack. Its children are the versions that it releases. */
export class ScheduledReleaseItem implements TreeNode {
  readonly id: string;
  readonly pack: PackSummary;
  readonly #backend: Backend;
  readonly #schedule: ReleaseSchedule;

  constructor(backend: Backend, pack: PackSummary, schedule: ReleaseSchedule) {
    this.id = rowId(undefined, "scheduled", pack.packId);
    this.pack = pack;
    this.#backend = backend;
    this.#schedule = schedule;
  }

  getParent(): undefined {
    return undefined;
  }

  /** The code of the rows below is loaded when a scheduled release is first expanded. */
  async getChildren(): Promise<TreeNode[]> {
    const { scheduledChangeItems } = await import("../scheduledChanges.ts");
    return scheduledChangeItems(this.#backend, this, this.pack.packId);
  }

  getRow(): Row {
    const { timeZone, hasUncertainZone } = this.#schedule;
    const zone = !hasUncertainZone && timeZone;
    return {
      label: this.pack.name,
      description: joinParts([shortSchedule(this.#schedule), zone]),
      icon: scheduleIcon(this.#schedule),
      decoration: scheduleDecoration(this.#schedule),
      isExpandable: true,
      contextValue: scheduleCapabilities(this.#schedule),
      command: { command: showPack, title: l10n.t("Show Pack"), arguments: [this] },
      spoken: joinParts([this.pack.name, describeSchedule(this.#schedule), zone], ", "),
    };
  }

  getHover(): Hover {
    return scheduleHover(this.pack.name, this.#schedule);
  }
}
