import * as l10n from "@vscode/l10n";
import type { ComponentChildren } from "preact";
import type { DeploymentModel } from "../../../src/model/pack/pack.ts";
import type { ColumnOrder } from "../../shared/columnOrder.ts";
import { SortButton, sortDirection } from "../../shared/controls/sortButton.tsx";
import { packWords } from "../packWords.ts";
import { StackingTable } from "../stackingTable.tsx";
import { versionColumns, type VersionColumn } from "./tableView.ts";

interface VersionsTableProps {
  /** The deployment model of the packs; `packaged` where they differ. */
  readonly deploymentModel: DeploymentModel;
  readonly rowCount: number;
  readonly order: ColumnOrder<VersionColumn> | undefined;
  readonly onSort: (order: ColumnOrder<VersionColumn> | undefined) => void;
  /** The rows of each pack. */
  readonly children: ComponentChildren;
}

/** The components of the packs with their versions. The pending version is the chosen one. */
export function VersionsTable(props: VersionsTableProps) {
  const { deploymentModel, rowCount, order, onSort, children } = props;
  const titles = columnTitles(deploymentModel);
  const sorted = versionColumns.map((column) => ({
    name: titles[column],
    direction: sortDirection(column, order),
    header: <SortButton column={column} title={titles[column]} order={order} onSort={onSort} />,
  }));
  return (
    <StackingTable
      kind="components"
      label={packWords(deploymentModel).components}
      columns={[...sorted, { name: titles.actions }]}
      rowCount={rowCount}
    >
      {children}
    </StackingTable>
  );
}

/** The titles of the columns of the table of versions. */
export function columnTitles(deploymentModel: DeploymentModel) {
  return {
    name: l10n.t("Component Name"),
    type: l10n.t("Component Type"),
    current: l10n.t("Current Version"),
    pending: l10n.t("Pending Version"),
    latest: packWords(deploymentModel).latestVersion,
    actions: l10n.t("Actions"),
  };
}
