import type { MatrixColumn } from "./releaseMatrix.ts";

/** The key of a column: the id of its release, or its kind. */
export function columnKey(column: MatrixColumn): string {
  return column.kind === "released" ? `release ${column.releaseId}` : column.kind;
}
