import type { ComponentChildren } from "preact";

interface StackingTableProps {
  /** The name for screen readers. */
  readonly label: string;
  /** The class that gives the columns their widths. */
  readonly kind: "components" | "summary";
  readonly columns: readonly string[];
  readonly children: ComponentChildren;
}

/**
 * A table whose rows become blocks where there is no room for columns. The roles are written out, because elements that
 * are shown as blocks lose those of a table.
 */
export function StackingTable({ label, kind, columns, children }: StackingTableProps) {
  return (
    <div class="table">
      <table role="table" class={kind} aria-label={label}>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th key={column} role="columnheader" scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">{children}</tbody>
      </table>
    </div>
  );
}

interface StackingRowProps {
  readonly name: string;
  readonly isUnchanged?: boolean;
  readonly children: ComponentChildren;
}

/** A row, which begins with the name of what it is about. */
export function StackingRow({ name, isUnchanged = false, children }: StackingRowProps) {
  return (
    <tr role="row" class={isUnchanged ? "unchanged" : undefined}>
      <th role="rowheader" scope="row">
        {name}
      </th>
      {children}
    </tr>
  );
}

interface StackingCellProps {
  /** The name of the column, which a block shows before the value. */
  readonly column: string;
  readonly isActions?: boolean;
  readonly children: ComponentChildren;
}

/** A cell of such a row. */
export function StackingCell({ column, isActions = false, children }: StackingCellProps) {
  return (
    <td role="cell" class={isActions ? "actions" : undefined} data-column={column}>
      <div class="value">{children}</div>
    </td>
  );
}
