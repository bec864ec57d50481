import { compareNames } from "../text/compareNames.ts";
import { newestFirst, type PackagedVersion } from "../pack/packagedVersion.ts";
import { versionIn, type ComponentVersions } from "./release.ts";
import { changeKind, type ChangeKind } from "./changeKind.ts";
import type { ReleaseChange } from "./releaseChanges.ts";

/**
 * How one component changes between two sets of versions, such as two releases of a pack. `componentName` is the id where
 * the name is not known.
 */
export interface VersionChange extends ReleaseChange {
  /** The packaged version of `from`, where it is known. */
  readonly before?: PackagedVersion;
  /** The packaged version of `to`, where it is known. */
  readonly after?: PackagedVersion;
  /**
   * The versions between the two, oldest first: after `from` up to `to`. For a roll-back: after `to` up to `from`. For a
   * new component: only its version.
   */
  readonly passed: readonly PackagedVersion[];
}

/** All packaged versions by component id. Components that the backend does not know are absent. */
export type KnownVersions = ReadonlyMap<string, readonly PackagedVersion[]>;

/** The changes from one set of versions to another, unchanged components included, sorted by name. */
export function versionChanges(
  before: ComponentVersions,
  after: ComponentVersions,
  known: KnownVersions,
): VersionChange[] {
  const componentIds = new Set([...Object.keys(after), ...Object.keys(before)]);
  return [...componentIds]
    .map((componentId) =>
      versionChange(
        componentId,
        versionIn(before, componentId) ?? "",
        versionIn(after, componentId) ?? "",
        known.get(componentId) ?? [],
      ),
    )
    .sort((one, other) => compareNames(one.componentName, other.componentName));
}

function versionChange(
  componentId: string,
  from: string,
  to: string,
  versions: readonly PackagedVersion[],
): VersionChange {
  const find = (text: string) =>
    versions.find(({ packageVersion }) => text !== "" && packageVersion === text);
  const before = find(from);
  const after = find(to);
  const kind = changeKind(from, to, before, after);
  return {
    componentId,
    componentName: (after ?? before ?? versions[0])?.componentName ?? componentId,
    from,
    to,
    ...(before && { before }),
    ...(after && { after }),
    kind,
    passed: passedVersions(kind, before, after, versions),
  };
}

function passedVersions(
  kind: ChangeKind,
  before: PackagedVersion | undefined,
  after: PackagedVersion | undefined,
  versions: readonly PackagedVersion[],
): PackagedVersion[] {
  if (!before || !after) return after ? [after] : [];
  const [older, newer] = kind === "rollBack" ? [after, before] : [before, after];
  return versions
    .filter((version) => newestFirst(version, older) < 0 && newestFirst(newer, version) <= 0)
    .toSorted((one, other) => newestFirst(other, one));
}
