import { toChildArray, type ComponentChildren } from "preact";
import type { sortDirection } from "../shared/sortButton.tsx";

/** How many rows are rendered together, when they come into view. */
const rowsInGroup = 20;

/** A column: its name, and how the table is sorted by it. */
export interface StackingColumn {
  readonly name: string;
  /** `undefined` where the table cannot be sorted by it. */
  readonly direction?: ReturnType<typeof sortDirection> | undefined;
  /** What the header shows; the name when left out. */
  readonly header?: ComponentChildren;
}

interface StackingTableProps {
  /** The name for screen readers. */
  readonly label: string;
  /** The class that gives the columns their widths. */
  readonly kind: "components" | "summary";
  readonly columns: readonly StackingColumn[];
  /** How many rows the table has, without its header. */
  readonly rowCount: number;
  /** The rows, in `RowGroups`. */
  readonly children: ComponentChildren;
}

/**
 * A table whose rows become blocks where there is no room for columns. Only groups of rows in view are rendered, so a
 * thousand rows cost no more than a hundred. The roles are written out, because elements that are shown as blocks lose
 * those of a table; so is the number of rows, because screen readers see only the rendered ones.
 */
export function StackingTable({ label, kind, columns, rowCount, children }: StackingTableProps) {
  return (
    <div class="table">
      <table role="table" class={kind} aria-label={label} aria-rowcount={rowCount + 1}>
        <thead role="rowgroup">
          <tr role="row" aria-rowindex={1}>
            {columns.map(({ name, direction, header }) => (
              <th key={name} role="columnheader" scope="col" aria-sort={direction}>
                {header ?? name}
              </th>
            ))}
          </tr>
        </thead>
        {children}
      </table>
    </div>
  );
}

/** Rows, `StackingRow`, of which only those in view are rendered. */
export function RowGroups({ children }: { readonly children: ComponentChildren }) {
  const rows = toChildArray(children);
  const starts = rows.map((_row, index) => index).filter((index) => index % rowsInGroup === 0);
  return (
    <>
      {starts.map((start) => (
        <tbody key={start} role="rowgroup">
          {rows.slice(start, start + rowsInGroup)}
        </tbody>
      ))}
    </>
  );
}

interface HeaderRowProps {
  /** The position among all rows, from 0. */
  readonly index: number;
  /** The number of columns. */
  readonly columns: number;
  readonly children: ComponentChildren;
}

/** The row above the rows of a pack. It spans all columns. */
export function HeaderRow({ index, columns, children }: HeaderRowProps) {
  return (
    <tbody role="rowgroup" class="group">
      <tr role="row" aria-rowindex={index + 2}>
        <td role="cell" colSpan={columns} aria-colspan={columns}>
          {children}
        </td>
      </tr>
    </tbody>
  );
}

interface StackingRowProps {
  readonly name: string;
  /** The position among all rows, from 0. */
  readonly index: number;
  readonly isUnchanged?: boolean;
  readonly children: ComponentChildren;
}

/** A row, which begins with the name of what it is about. */
export function StackingRow({ name, index, isUnchanged = false, children }: StackingRowProps) {
  return (
    <tr role="row" aria-rowindex={index + 2} class={isUnchanged ? "unchanged" : undefined}>
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
