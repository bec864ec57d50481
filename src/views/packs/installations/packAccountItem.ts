import * as l10n from "@vscode/l10n";
import { listed } from "../../../base/language.ts";
import type { Backend } from "../../../backend/backend.ts";
import {
  describeDeployedVersion,
  describeInstallationState,
  describeInstalledCount,
  describeMissing,
} from "../../../model/installation/describeInstallation.ts";
import type {
  InstallationReading,
  InstallationState,
  PackAccount,
} from "../../../model/installation/installationReading.ts";
import { readingNotes } from "../../../model/installation/readingSummary.ts";
import { formatDate, formatDateTime } from "../../../ui/dates.ts";
import type { Hover } from "../../../ui/hover.ts";
import { joinParts } from "../../../ui/joinParts.ts";
import type { Row } from "../../../ui/row.ts";
import type { RowDecoration } from "../../../ui/rowDecoration.ts";
import { NoteItem } from "../../noteItem.ts";
import { rowId } from "../../rowId.ts";
import { attention } from "../../schedulePresentation.ts";
import type { TreeNode } from "../../treeNode.ts";
import { InstallationDetailItem } from "./installationDetailItem.ts";
import type { InstallationsItem } from "./installationsItem.ts";

/** The row of an account with what it has of a pack. Where the account itself was asked, its children say where. */
export class PackAccountItem implements TreeNode {
  readonly id: string;
  readonly account: PackAccount;
  readonly #backend: Pick<Backend, "installations">;
  readonly #parent: InstallationsItem;
  readonly #reading: InstallationReading | undefined;

  /** `reading`: left out while the accounts are being asked. */
  constructor(
    backend: Pick<Backend, "installations">,
    parent: InstallationsItem,
    account: PackAccount,
    reading: InstallationReading | undefined,
  ) {
    this.id = rowId(parent, "account", account.accountId);
    this.account = account;
    this.#backend = backend;
    this.#parent = parent;
    this.#reading = reading;
  }

  get pack(): InstallationsItem["pack"] {
    return this.#parent.pack;
  }

  getParent(): TreeNode {
    return this.#parent;
  }

  async getChildren(): Promise<TreeNode[]> {
    if (!this.#isExpandable) return [];
    const { installations } = this.#backend;
    const account =
      this.account.environments || this.account.versions
        ? this.account
        : await installations.readDetails(this.pack.packId, this.account.accountId);
    const { environments = [], versions = [], limits } = account ?? this.account;
    const rows = [
      ...environments.map((name) => InstallationDetailItem.ofEnvironment(this, name)),
      ...versions.map((version, at) => InstallationDetailItem.ofVersion(this, version, at)),
    ];
    const note =
      limits ?? (rows.length === 0 ? l10n.t("Boomi does not report where it is installed.") : undefined);
    return note === undefined ? rows : [new NoteItem(this, note), ...rows];
  }

  getRow(): Row {
    const { accountName, state } = this.account;
    const decoration = decorationOf(state);
    return {
      label: accountName,
      description: this.#description,
      icon: icons[state],
      ...(decoration && { decoration }),
      isExpandable: this.#isExpandable,
      contextValue: state === "updatePending" ? "packAccount updatable" : "packAccount",
      spoken: l10n.t("Account {0}, {1}", accountName, this.#description),
    };
  }

  getHover(): Hover {
    const { accountId, accountName, release, missing = [], environments, versions, notAsked } = this.account;
    const isInstalled = this.account.state === "installed";
    return {
      title: accountName,
      facts: [
        [l10n.t("State"), this.#description],
        [l10n.t("Released at"), release ? formatDateTime(release.releasedAt) : ""],
        [l10n.t("Release ID"), release?.releaseId ?? ""],
        [l10n.t("Missing releases"), listed(missing.map(({ releasedAt }) => formatDate(releasedAt)))],
        [l10n.t("Environments"), listed(environments ?? [])],
        [
          l10n.t("Versions"),
          listed((versions ?? []).map((each) => describeDeployedVersion(each, formatDate))),
        ],
        [l10n.t("Reason"), notAsked?.message ?? ""],
        [l10n.t("Account ID"), accountId],
      ],
      ...(isInstalled && this.#reading && { closing: readingNotes(this.#reading, formatDate).join(" ") }),
    };
  }

  get #isExpandable(): boolean {
    return this.#reading !== undefined && this.account.state === "installed";
  }

  get #description(): string {
    const { state, release, notAsked } = this.account;
    return joinParts([
      describeMissing(this.account) || describeInstallationState(state),
      state === "appliedEarly" || !release ? "" : l10n.t("release of {0}", formatDate(release.releasedAt)),
      describeInstalledCount(this.account),
      notAsked?.message,
    ]);
  }
}

const icons: Readonly<Record<InstallationState, string>> = {
  current: "pass",
  behind: "history",
  updatePending: "cloud-download",
  appliedEarly: "cloud-download",
  installed: "package",
  notInstalled: "circle-outline",
  notAsked: "warning",
};

function decorationOf(state: InstallationState): RowDecoration | undefined {
  switch (state) {
    case "behind":
      return { badge: l10n.t("B"), color: "integrationPacks.changedForeground" };
    case "updatePending":
      return { badge: l10n.t("P"), color: "integrationPacks.changedForeground" };
    case "notAsked":
      return attention;
    case "current":
    case "appliedEarly":
    case "installed":
    case "notInstalled":
      return undefined;
  }
}
