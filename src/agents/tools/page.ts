/** The number of rows in a page. */
export const pageRows = 50;

/** The length of a page as JSON, in code units, after which no further row is added. */
const pageLength = 60_000;

/** A part of a long list. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly position: PagePosition;
}

/** Where a page is in its list. */
export interface PagePosition {
  /** The number of rows in the whole list. */
  readonly total: number;
  /** The `offset` of the next page; left out on the last one. */
  readonly nextOffset?: number;
}

/** The rows from `offset` on: at most `pageRows`, and fewer where they are long, but at least one. */
export function pageOf<Row>(list: readonly Row[], offset = 0): Page<Row> {
  const rows: Row[] = [];
  let length = 0;
  for (const row of list.slice(offset, offset + pageRows)) {
    length += JSON.stringify(row).length;
    if (rows.length > 0 && length > pageLength) break;
    rows.push(row);
  }
  const end = offset + rows.length;
  return {
    rows,
    position: {
      total: list.length,
      ...(rows.length > 0 && end < list.length && { nextOffset: end }),
    },
  };
}
