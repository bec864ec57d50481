import { t } from "@vscode/l10n";
import { useState } from "preact/hooks";
import type { IncludedComponent } from "../../src/model/pack/packagedVersion.ts";
import { Breakable } from "../shared/breakable.tsx";
import { SortButton, sortDirection } from "../shared/sortButton.tsx";
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
  if (components.length === 0) return <p>{t("The included components of this version are not known.")}</p>;
  return (
    <div class="scroll">
      <table aria-label={t("Included Components")}>
        <thead>
          <tr>
            {includedColumns.map((column) => (
              <th key={column} scope="col" aria-sort={sortDirection(column, order)}>
                <SortButton column={column} title={columnTitle(column)} order={order} onSort={setOrder} />
              </th>
            ))}
            <th scope="col">{t("Component ID")}</th>
          </tr>
        </thead>
        <tbody>
          {sortIncluded(components, order).map((component) => (
            <tr key={component.componentId}>
              <th scope="row">
                {component.name}
                {component.componentId === primaryId && <span class="mark">{t("Primary")}</span>}
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
      return t("Name");
    case "type":
      return t("Type");
    case "folder":
      return t("Folder");
    case "version":
      return t("Version");
    case "modifiedBy":
      return t("Modified By");
    case "modifiedDate":
      return t("Modified");
  }
}
