import * as l10n from "@vscode/l10n";
import { useState } from "preact/hooks";
import type { IncludedComponent } from "../../src/model/pack/packagedVersion.ts";
import { Breakable } from "../shared/controls/breakable.tsx";
import { SortButton, sortDirection } from "../shared/controls/sortButton.tsx";
import { CopyIdButton } from "./copyIdButton.tsx";
import { formatInstant } from "./formatInstant.ts";
import { includedColumns, sortIncluded, type IncludedColumn, type IncludedOrder } from "./includedOrder.ts";

interface IncludedComponentsTableProps {
  readonly components: readonly IncludedComponent[];
  /** The id of the packaged component itself; undefined while it is loading. */
  readonly primaryId: string | undefined;
  readonly copy: (text: string) => void;
}

/** The components of a packaged version. The header of a column sorts by it. */
export function IncludedComponentsTable({ components, primaryId, copy }: IncludedComponentsTableProps) {
  const [order, setOrder] = useState<IncludedOrder>();
  if (components.length === 0)
    return <p>{l10n.t("The included components of this version are not known.")}</p>;
  return (
    <div class="scroll">
      <table aria-label={l10n.t("Included Components")}>
        <thead>
          <tr>
            {includedColumns.map((column) => (
              <th key={column} scope="col" aria-sort={sortDirection(column, order)}>
                <SortButton column={column} title={columnTitle(column)} order={order} onSort={setOrder} />
              </th>
            ))}
            <th scope="col">{l10n.t("Component ID")}</th>
          </tr>
        </thead>
        <tbody>
          {sortIncluded(components, order).map((component) => (
            <tr key={component.componentId}>
              <th scope="row">
                {component.name}
                {component.componentId === primaryId && <span class="mark">{l10n.t("Primary")}</span>}
              </th>
              <td>{component.type}</td>
              <td>
                <Breakable text={component.folder} />
              </td>
              <td class="number">{component.version}</td>
              <td>
                <Breakable text={component.modifiedBy} />
              </td>
              <td>{formatInstant(component.modifiedDate)}</td>
              <td>
                <code>
                  <Breakable text={component.componentId} />
                </code>{" "}
                <CopyIdButton id={component.componentId} of={component.name} copy={copy} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function columnTitle(column: IncludedColumn): string {
  switch (column) {
    case "name":
      return l10n.t("Name");
    case "type":
      return l10n.t("Type");
    case "folder":
      return l10n.t("Folder");
    case "version":
      return l10n.t("Version");
    case "modifiedBy":
      return l10n.t("Modified By");
    case "modifiedDate":
      return l10n.t("Modified");
  }
}
