import * as l10n from "@vscode/l10n";
import type { PastRelease } from "../../model/release/pastRelease.ts";
import { describeChange, describeChanges } from "../../model/release/describeChanges.ts";
import { describeTrigger } from "../../model/release/describeTrigger.ts";
import { planLabel } from "../../model/plan/planReference.ts";
import type { VersionChange } from "../../model/release/versionChange.ts";
import { formatDateTime } from "../../ui/dates.ts";
import type { Hover } from "../../ui/hover.ts";
import { joinParts } from "../../ui/joinParts.ts";
import type { Row } from "../../ui/row.ts";
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

  getRow(): Row {
    const { releasedAt, trigger, plan } = this.past.release;
    const description = joinParts([
      this.past.latest && l10n.t("current"),
      describeChanges(this.#changes),
      describeTrigger(trigger),
      plan && l10n.t("plan {0}", planLabel(plan)),
    ]);
    return {
      label: formatDateTime(releasedAt),
      description,
      icon: this.past.latest ? "pass" : "circle-outline",
      isExpandable: this.#changes.length > 0,
      contextValue: this.#contextValue,
      spoken: l10n.t("Release of {0}, {1}", formatDateTime(releasedAt), description),
    };
  }

  getHover(): Hover {
    const { releaseId, releasedAt, releasedBy, trigger, plan } = this.past.release;
    return {
      title: l10n.t("Release of {0}", formatDateTime(releasedAt)),
      facts: [
        [l10n.t("Released by"), releasedBy],
        [l10n.t("How"), describeTrigger(trigger)],
        [l10n.t("Release ID"), releaseId],
        [l10n.t("Release plan"), plan?.name ?? ""],
        [l10n.t("Plan hash"), plan?.planHash ?? ""],
      ],
      closing: this.#changes.map(describeChange).join("\n"),
    };
  }

  /**
   * The words that `when` clauses in package.json match: `earlier` offers a roll-back, `following` a comparison with the
   * previous release, `planned` what concerns the release plan that it comes from.
   */
  get #contextValue(): string {
    const { latest, previous, release } = this.past;
    return joinParts(
      ["pastRelease", !latest && "earlier", previous && "following", release.plan && "planned"],
      " ",
    );
  }
}
