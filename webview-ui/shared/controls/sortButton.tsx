import { nextOrder, type ColumnOrder } from "../columnOrder.ts";

interface SortButtonProps<Column extends string> {
  readonly column: Column;
  readonly title: string;
  readonly order: ColumnOrder<Column> | undefined;
  readonly onSort: (order: ColumnOrder<Column> | undefined) => void;
}

const arrows = { none: "↕", ascending: "↑", descending: "↓" } as const;

/** The title of a column in its header. Pressing it sorts the table. The header has `aria-sort`, from `sortDirection`. */
export function SortButton<Column extends string>(props: SortButtonProps<Column>) {
  const { column, title, order, onSort } = props;
  const direction = sortDirection(column, order);
  return (
    <button type="button" class={`sort ${direction}`} onClick={() => onSort(nextOrder(order, column))}>
      {title}
      <span aria-hidden="true" class="direction">
        {/* Not alone in the next line. */}
        {"\u00A0"}
        {arrows[direction]}
      </span>
    </button>
  );
}

/** How a table is sorted by the column, in the words of `aria-sort`. */
export function sortDirection<Column extends string>(
  column: Column,
  order: ColumnOrder<Column> | undefined,
): keyof typeof arrows {
  if (order?.column !== column) return "none";
  return order.descending ? "descending" : "ascending";
}
