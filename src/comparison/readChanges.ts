import type { BackendReads } from "../backend/backendReads.ts";
import { readKnownVersions } from "../backend/readKnownVersions.ts";
import type { ComponentVersions } from "../model/release/release.ts";
import { versionChanges, type VersionChange } from "../model/release/versionChange.ts";

/** The two sets of versions that are compared. */
export interface ComparedVersions {
  readonly before: ComponentVersions;
  readonly after: ComponentVersions;
}

/** Reads what changes between two sets of versions, unchanged components included, sorted by name. */
export async function readChanges(
  backend: Pick<BackendReads, "listVersions">,
  { before, after }: ComparedVersions,
): Promise<VersionChange[]> {
  const componentIds = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return versionChanges(before, after, await readKnownVersions(backend, componentIds));
}
