// The sizes of the grid, in CSS pixels. overview.css has the same.

export const rowHeight = 28;
export const headerHeight = 60;
export const columnWidth = 112;

/** The width of the column with the names. In a narrow panel, there is room for one release at least. */
export function nameWidthIn(width: number): number {
  return width < 480 ? Math.max(90, Math.min(130, width - columnWidth)) : 240;
}
