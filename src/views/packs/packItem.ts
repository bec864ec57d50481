import * as l10n from "@vscode/l10n";
import type { Backend } from "../../backend/backend.ts";
import type { PackSummary } from "../../model/pack/pack.ts";
import { formatDate } from "../../ui/dates.ts";
import type { Hover } from "../../ui/hover.ts";
import { joinParts } from "../../ui/joinParts.ts";
import type { Row } from "../../ui/row.ts";
import { releaseBranch } from "../../ui/settings/settings.ts";
import { scheduleCapabilities } from "../schedulePresentation.ts";
import { rowId } from "../rowId.ts";
import type { TreeNode } from "../treeNode.ts";
import { doubtFact } from "../doubtPresentation.ts";
import { unsettledFact } from "../unsettledPresentation.ts";
import { fullPackState, packDecoration, shortPackState } from "./packState.ts";

/** The row of an integration pack. Its children are its scheduled release, components, installations and history. */
export class PackItem implements TreeNode {
  readonly id: string;
  readonly pack: PackSummary;
  readonly #backend: Backend;
  readonly #refresh: (node: TreeNode) => void;

  /** `refresh` shows a row and what is below it again. */
  constructor(backend: Backend, pack: PackSummary, refresh: (node: TreeNode) => void) {
    this.id = rowId(undefined, "pack", pack.packId);
    this.pack = pack;
    this.#backend = backend;
    this.#refresh = refresh;
  }

  getParent(): undefined {
    return undefined;
  }

  /** The code of the rows below is loaded when a pack is first expanded. */
  async getChildren(): Promise<TreeNode[]> {
    return (await import("./packChildren.ts")).packChildren(this.#backend, this, this.#refresh);
  }

  getRow(): Row {
    const { name, releasable, unsettled } = this.pack;
    return {
      label: name,
      description: shortPackState(this.pack),
      icon: unsettled ? "warning" : releasable ? "package" : "archive",
      decoration: packDecoration(this.pack),
      isExpandable: true,
      contextValue: this.#contextValue,
      spoken: l10n.t("Integration pack {0}, {1}", name, fullPackState(this.pack)),
    };
  }

  async getHover(): Promise<Hover> {
    const { packId, name, description, installationType, deploymentModel, componentCount } = this.pack;
    const { lastReleasedAt, unsettled, doubt } = this.pack;
    const legacy = deploymentModel === "legacy";
    // Without what would change, whose reading expanding the row would report as a problem, the rest is still true.
    const changes = await this.#describeChanges().catch(() => "");
    return {
      title: name,
      facts: [
        [l10n.t("State"), fullPackState(this.pack)],
        [
          l10n.t("Type"),
          installationType === "SINGLE" ? l10n.t("Single Attachment") : l10n.t("Multiple Attachments"),
        ],
        [l10n.t("Deployment model"), legacy ? l10n.t("Legacy") : l10n.t("Packaged components")],
        [legacy ? l10n.t("Publications") : l10n.t("Components"), String(componentCount)],
        [l10n.t("Last released"), lastReleasedAt === undefined ? "" : formatDate(lastReleasedAt)],
        ...(unsettled ? [unsettledFact(unsettled)] : []),
        ...(doubt ? [doubtFact(doubt)] : []),
        [l10n.t("Pack ID"), packId],
      ],
      closing: [changes, description].filter((text) => text !== "").join("\n\n"),
    };
  }

  /** What a release would change, with the versions that it would preselect (rule 5). */
  async #describeChanges(): Promise<string> {
    if (!this.pack.releasable) return "";
    const [pack, { readPreselectedVersions }, { upcomingChanges }] = await Promise.all([
      this.#backend.getPack(this.pack.packId),
      import("../../backend/readPreselectedVersions.ts"),
      import("./upcomingChanges.ts"),
    ]);
    return upcomingChanges(pack, await readPreselectedVersions(this.#backend, pack, releaseBranch()));
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
