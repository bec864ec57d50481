// The sizes of the grid, in CSS pixels. overview.css has the same.

export const rowHeight = 28;
export const headerHeight = 46;
export const columnWidth = 112;

/** The width of the column with the names: in a narrow panel, most room is for versions. */
export function nameWidthIn(width: number): number {
  return width < 480 ? 130 : 240;
}
