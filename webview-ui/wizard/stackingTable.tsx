import { toChildArray, type ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { sortDirection } from "../shared/controls/sortButton.tsx";

/** How many rows are rendered together, when they come into view. */
const rowsInGroup = 20;

/** How many rows of a long table are made before it is shown: more than a window shows. */
const rowsAtFirst = 20;

/** The number of rows above which a table is long. */
export const longTable = 60;

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

interface RowGroupsProps {
  /** The position of the first row among all rows, from 0. */
  readonly firstIndex?: number;
  /** Whether the table has so many rows that those far from the view are not even made. */
  readonly isLong?: boolean;
  /** The rows, `StackingRow`. */
  readonly children: ComponentChildren;
}

/** Rows, of which only those in view are rendered. */
export function RowGroups({ firstIndex = 0, isLong = false, children }: RowGroupsProps) {
  const rows = toChildArray(children);
  const starts = rows.map((_row, index) => index).filter((index) => index % rowsInGroup === 0);
  return (
    <>
      {starts.map((start) => (
        <RowGroup key={start} isMade={!isLong || firstIndex + start < rowsAtFirst}>
          {rows.slice(start, start + rowsInGroup)}
        </RowGroup>
      ))}
    </>
  );
}

interface RowGroupProps {
  /** Whether the rows are made at once. The others are made when they come near the view. */
  readonly isMade: boolean;
  readonly children: readonly ComponentChildren[];
}

function RowGroup({ isMade, children }: RowGroupProps) {
  const [isNear, setNear] = useState(isMade);
  const place = useRef<HTMLTableSectionElement>(null);
  useEffect(() => {
    if (isNear || !place.current) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true);
      },
      // With a root, because the margin does not count for the window that the page is a frame of.
      { root: document, rootMargin: "1500px 0px" },
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [isNear, isMade]);
  return isNear || isMade ? (
    <tbody role="rowgroup">{children}</tbody>
  ) : (
    <tbody ref={place} role="presentation" class="far" />
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
