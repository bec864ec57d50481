import * as l10n from "@vscode/l10n";
import { describeDeployedVersion } from "../../../model/installation/describeInstallation.ts";
import type { DeployedVersion } from "../../../model/installation/installationReading.ts";
import { formatDate, formatDateTime } from "../../../ui/dates.ts";
import type { Hover } from "../../../ui/hover.ts";
import { joinParts } from "../../../ui/joinParts.ts";
import type { Row } from "../../../ui/row.ts";
import { rowId } from "../../rowId.ts";
import type { TreeNode } from "../../treeNode.ts";

/** The row of an environment, or of a version in one, below an account that has a pack. */
export class InstallationDetailItem implements TreeNode {
  readonly id: string;
  readonly #parent: TreeNode;
  readonly #row: Row;
  readonly #hover: Hover;

  private constructor(parent: TreeNode, id: string, row: Omit<Row, "contextValue">, hover: Hover) {
    this.id = id;
    this.#parent = parent;
    this.#row = { ...row, contextValue: "installationDetail" };
    this.#hover = hover;
  }

  static ofEnvironment(parent: TreeNode, name: string): InstallationDetailItem {
    const description = l10n.t("environment");
    const row = {
      label: name,
      description,
      icon: "server-environment",
      spoken: l10n.t("Environment {0}", name),
    };
    return new InstallationDetailItem(parent, rowId(parent, "environment", name), row, { title: name });
  }

  /** `place`: that of the version among the versions of the account. */
  static ofVersion(parent: TreeNode, version: DeployedVersion, place: number): InstallationDetailItem {
    const { componentName, packageVersion, environment, deployedAt } = version;
    const row = {
      label: l10n.t("{0} {1}", componentName, packageVersion),
      description: joinParts([environment, l10n.t("deployed package")]),
      icon: "tag",
      spoken: describeDeployedVersion(version, formatDate),
    };
    return new InstallationDetailItem(parent, rowId(parent, "version", String(place)), row, {
      title: row.label,
      facts: [
        [l10n.t("Environment"), environment],
        [l10n.t("Deployed"), formatDateTime(deployedAt)],
        [l10n.t("Source"), l10n.t("A deployed package of the account")],
      ],
    });
  }

  getParent(): TreeNode {
    return this.#parent;
  }

  getChildren(): TreeNode[] {
    return [];
  }

  getRow(): Row {
    return this.#row;
  }

  getHover(): Hover {
    return this.#hover;
  }
}
