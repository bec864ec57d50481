/** A place in the grid. Row -1 is the header; column -1 has the names of the components. */
export interface GridPosition {
  readonly row: number;
  readonly column: number;
}

/** The id of a cell's element. */
export function cellId({ row, column }: GridPosition): string {
  return `cell-${row}-${column}`;
}

/** The size of the grid, without header and names. */
export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

/** A key that was pressed in the grid. */
export type GridKey = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey">;

/**
 * Where a key leads from a position, as in any grid: arrows, Home and End in the row, with Ctrl in the whole grid, Page Up and
 * Page Down by `page` rows. Undefined for a key that does not move.
 */
export function moveInGrid(
  { row, column }: GridPosition,
  { key, ctrlKey, metaKey }: GridKey,
  { rows, columns }: GridSize,
  page: number,
): GridPosition | undefined {
  const to = (toRow: number, toColumn: number): GridPosition => ({
    row: Math.min(Math.max(toRow, -1), rows - 1),
    column: Math.min(Math.max(toColumn, -1), columns - 1),
  });
  const isWhole = ctrlKey || metaKey;
  switch (key) {
    case "ArrowUp":
      return to(row - 1, column);
    case "ArrowDown":
      return to(row + 1, column);
    case "ArrowLeft":
      return to(row, column - 1);
    case "ArrowRight":
      return to(row, column + 1);
    case "Home":
      return isWhole ? to(-1, -1) : to(row, -1);
    case "End":
      return isWhole ? to(rows - 1, columns - 1) : to(row, columns - 1);
    case "PageUp":
      return to(row - page, column);
    case "PageDown":
      return to(row + page, column);
    default:
      return undefined;
  }
}
