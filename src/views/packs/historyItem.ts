import * as l10n from "@vscode/l10n";
import type { Backend } from "../../backend/backend.ts";
import { readKnownVersions } from "../../backend/readKnownVersions.ts";
import { changesOfRelease, releasedComponents, pastReleases } from "../../model/release/pastRelease.ts";
import type { Hover } from "../../ui/hover.ts";
import type { Row } from "../../ui/row.ts";
import { NoteItem } from "../noteItem.ts";
import { rowId } from "../rowId.ts";
import type { TreeNode } from "../treeNode.ts";
import type { PackItem } from "./packItem.ts";
import { PastReleaseItem } from "./pastReleaseItem.ts";

/** The row of the release history of a pack. Its children are the releases, newest first. */
export class HistoryItem implements TreeNode {
  readonly id: string;
  readonly pack: PackItem["pack"];
  readonly #backend: Backend;
  readonly #parent: PackItem;

  constructor(backend: Backend, parent: PackItem) {
    this.id = rowId(parent, "history");
    this.pack = parent.pack;
    this.#backend = backend;
    this.#parent = parent;
  }

  getParent(): TreeNode {
    return this.#parent;
  }

  async getChildren(): Promise<TreeNode[]> {
    const history = await this.#backend.history(this.pack.packId);
    const known = await readKnownVersions(this.#backend, releasedComponents(history));
    const releases = pastReleases(history).map(
      (past) => new PastReleaseItem(this, past, changesOfRelease(past, known)),
    );
    const { historyLimits } = this.#backend;
    return historyLimits === undefined ? releases : [new NoteItem(this, historyLimits), ...releases];
  }

  getRow(): Row {
    return { label: l10n.t("Release History"), icon: "history", isExpandable: true, contextValue: "history" };
  }

  getHover(): Hover {
    return { closing: l10n.t('The releases of "{0}", newest first', this.pack.name) };
  }
}
