import * as l10n from "@vscode/l10n";
import type { AccountInstallation } from "../../model/pack/accountGroup.ts";
import { formatDate, formatDateTime } from "../../ui/dates.ts";
import type { Hover } from "../../ui/hover.ts";
import { joinParts } from "../../ui/joinParts.ts";
import type { Row } from "../../ui/row.ts";
import { rowId } from "../rowId.ts";
import type { TreeNode } from "../treeNode.ts";
import type { AccountItem } from "./accountItem.ts";

/** The row of a pack that is installed in an account: which release it runs, and whether an update is pending. */
export class InstallationItem implements TreeNode {
  readonly id: string;
  readonly installation: AccountInstallation;
  readonly #parent: AccountItem;

  constructor(parent: AccountItem, installation: AccountInstallation) {
    this.id = rowId(parent, "installation", installation.packId);
    this.installation = installation;
    this.#parent = parent;
  }

  get account(): AccountItem["account"] {
    return this.#parent.account;
  }

  getParent(): TreeNode {
    return this.#parent;
  }

  getChildren(): TreeNode[] {
    return [];
  }

  getRow(): Row {
    const { packName, pendingUpdate } = this.installation;
    return {
      label: packName,
      description: this.#state,
      icon: pendingUpdate ? "cloud-download" : "package",
      ...(pendingUpdate && {
        decoration: { badge: l10n.t("P"), color: "integrationPacks.changedForeground" },
      }),
      contextValue: pendingUpdate ? "installation updatable" : "installation",
      spoken: l10n.t("Integration pack {0}, {1}", packName, this.#state),
    };
  }

  getHover(): Hover {
    const { packId, packName, releaseId, releasedAt } = this.installation;
    return {
      title: packName,
      facts: [
        [l10n.t("Account"), this.account.name],
        [l10n.t("State"), this.#state],
        [l10n.t("Released at"), formatDateTime(releasedAt)],
        [l10n.t("Release ID"), releaseId],
        [l10n.t("Pack ID"), packId],
      ],
    };
  }

  get #state(): string {
    const { releasedAt, isLatest, pendingUpdate, appliedScheduled } = this.installation;
    const release = isLatest
      ? l10n.t("latest release, {0}", formatDate(releasedAt))
      : l10n.t("release of {0}", formatDate(releasedAt));
    if (appliedScheduled) return l10n.t("scheduled release, applied before its date");
    return joinParts([pendingUpdate && l10n.t("update pending"), release]);
  }
}
