/** The column by which a table is sorted. */
export interface ColumnOrder<Column extends string> {
  readonly column: Column;
  readonly descending: boolean;
}

/** Compares two rows: negative if the first comes first. */
export type Compare<Row> = (one: Row, other: Row) => number;

/** The next order when the header of a column is pressed: ascending, then descending, then none. */
export function nextOrder<Column extends string>(
  order: ColumnOrder<Column> | undefined,
  column: Column,
): ColumnOrder<Column> | undefined {
  if (order?.column !== column) return { column, descending: false };
  return order.descending ? undefined : { column, descending: true };
}

/** The sorted rows. Rows that are equal in the column stay in their first order, as do all rows without an order. */
export function sortRows<Row, Column extends string>(
  rows: readonly Row[],
  order: ColumnOrder<Column> | undefined,
  comparisons: Readonly<Record<Column, Compare<Row>>>,
): readonly Row[] {
  if (!order) return rows;
  const compare = comparisons[order.column];
  return rows.toSorted(
    order.descending ? (one, other) => compare(other, one) : (one, other) => compare(one, other),
  );
}
