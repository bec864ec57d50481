import * as l10n from "@vscode/l10n";
import type { Backend } from "../../../backend/backend.ts";
import type { InstallationReading, PackAccount } from "../../../model/installation/installationReading.ts";
import {
  describeCounts,
  installedInAccounts,
  readingNotes,
} from "../../../model/installation/readingSummary.ts";
import { compareNames } from "../../../model/text/compareNames.ts";
import { formatDate, formatDateTime } from "../../../ui/dates.ts";
import type { Hover } from "../../../ui/hover.ts";
import type { Row } from "../../../ui/row.ts";
import { NoteItem } from "../../noteItem.ts";
import { rowId } from "../../rowId.ts";
import type { TreeNode } from "../../treeNode.ts";
import type { PackItem } from "../packItem.ts";
import type { InstallationRuns } from "./installationRuns.ts";
import { PackAccountItem } from "./packAccountItem.ts";

/** How the row shows itself, or its pack, again. */
export interface InstallationsItemDependencies {
  readonly backend: Pick<Backend, "installations">;
  readonly runs: InstallationRuns;
  readonly refresh: (node: TreeNode) => void;
}

/** The row with the accounts that have a pack. Its children are these accounts; where each is asked, they appear one by one. */
export class InstallationsItem implements TreeNode {
  readonly id: string;
  readonly pack: PackItem["pack"];
  readonly #parent: PackItem;
  readonly #latest: InstallationReading | undefined;
  readonly #dependencies: InstallationsItemDependencies;

  constructor(
    parent: PackItem,
    latest: InstallationReading | undefined,
    dependencies: InstallationsItemDependencies,
  ) {
    this.id = rowId(parent, "installations");
    this.pack = parent.pack;
    this.#parent = parent;
    this.#latest = latest;
    this.#dependencies = dependencies;
  }

  getParent(): TreeNode {
    return this.#parent;
  }

  async getChildren(): Promise<TreeNode[]> {
    const { backend, runs } = this.#dependencies;
    const { installations } = backend;
    const { packId } = this.pack;
    if (!runs.find(installations, packId)) {
      const latest = await installations.latest(packId);
      if (latest) return this.#readRows(latest);
    }
    const run = this.#start();
    try {
      await run.begun;
    } catch (error) {
      runs.forget(installations, packId);
      throw error;
    }
    const progress = l10n.t("Asking the accounts: {0} of {1}", run.asked, run.total);
    return [new NoteItem(this, progress), ...this.#accountRows(run.accounts)];
  }

  /** Asks all accounts again. The rows show what was found so far. */
  readAgain(): void {
    this.#start();
    this.#dependencies.refresh(this);
  }

  getRow(): Row {
    const { installations } = this.#dependencies.backend;
    const label = this.#latest ? installedInAccounts(this.#latest) : l10n.t("Installations");
    const description = this.#latest ? describeCounts(this.#latest) : l10n.t("not read yet");
    return {
      label,
      description,
      icon: "organization",
      isExpandable: true,
      contextValue: installations.asksEachAccount ? "installations readable" : "installations",
      spoken: l10n.t("{0}, {1}", label, description),
    };
  }

  getHover(): Hover {
    if (!this.#latest) {
      return { closing: l10n.t("Expand the row to ask each account that the pack is shared with.") };
    }
    return {
      title: installedInAccounts(this.#latest),
      facts: [
        [l10n.t("Accounts"), describeCounts(this.#latest)],
        [l10n.t("Read"), formatDateTime(this.#latest.readAt)],
      ],
      closing: readingNotes(this.#latest, formatDate).join(" "),
    };
  }

  #start() {
    const { backend, runs, refresh } = this.#dependencies;
    return runs.start(backend.installations, this.pack, {
      onProgress: () => refresh(this),
      onEnd: () => refresh(this.#parent),
    });
  }

  #readRows(reading: InstallationReading): TreeNode[] {
    const { asksEachAccount } = this.#dependencies.backend.installations;
    const note = [l10n.t("Read {0}.", formatDateTime(reading.readAt)), ...readingNotes(reading, formatDate)];
    const rows = this.#accountRows(reading.accounts, reading);
    if (rows.length === 0)
      return [new NoteItem(this, l10n.t("No account has this pack, and it is shared with none."))];
    return asksEachAccount ? [new NoteItem(this, note.join(" ")), ...rows] : rows;
  }

  #accountRows(accounts: readonly PackAccount[], reading?: InstallationReading): TreeNode[] {
    return accounts
      .toSorted((one, other) => compareNames(one.accountName, other.accountName))
      .map((account) => new PackAccountItem(this.#dependencies.backend, this, account, reading));
  }
}
