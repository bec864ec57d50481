import type { ComponentVersions } from "../release/release.ts";
import type { ReleaseMatrix } from "./releaseMatrix.ts";

/** The versions in one column of the matrix; none where there is no such column, as before the first one. */
export function columnVersions({ rows }: ReleaseMatrix, column: number): ComponentVersions {
  const versions = rows.map(({ componentId, cells }) => [componentId, cells[column]?.version ?? ""] as const);
  return Object.fromEntries(versions.filter(([, version]) => version !== ""));
}
