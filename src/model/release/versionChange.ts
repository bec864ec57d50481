import { compareNames } from "../pack/pack.ts";
import { newestFirst, type PackagedVersion } from "../pack/packagedVersion.ts";
import type { ComponentVersions } from "./release.ts";
import type { ChangeKind } from "./releaseChanges.ts";

/** What becomes of one component between two sets of versions, such as two releases of a pack. */
export interface VersionChange {
  readonly componentId: string;
  /** The id where nobody knows the name any more. */
  readonly componentName: string;
  /** Package versions, `''` where the component is absent. */
  readonly from: string;
  readonly to: string;
  /** The packaged versions behind `from` and `to`, where they are known. */
  readonly before?: PackagedVersion;
  readonly after?: PackagedVersion;
  readonly kind: ChangeKind;
  /**
   * The versions that the change takes in, the newest last: those after `from` up to `to`. A roll-back takes back those
   * after `to` up to `from`; a new component takes in only its own version.
   */
  readonly passed: readonly PackagedVersion[];
}

/** All packaged versions of components, by component id; what nobody knows is absent. */
export type KnownVersions = ReadonlyMap<string, readonly PackagedVersion[]>;

/** What changes from one set of versions to the other, unchanged components included, sorted by name. */
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
        versionIn(before, componentId),
        versionIn(after, componentId),
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
  const kind = kindOf(from, to, before, after);
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

/** A change between versions of which one is not known any more counts as an upgrade. */
function kindOf(from: string, to: string, before?: PackagedVersion, after?: PackagedVersion): ChangeKind {
  if (from === to) return "unchanged";
  if (from === "") return "new";
  if (to === "") return "removed";
  return before && after && newestFirst(before, after) < 0 ? "rollBack" : "upgrade";
}

function passedVersions(
  kind: ChangeKind,
  before: PackagedVersion | undefined,
  after: PackagedVersion | undefined,
  versions: readonly PackagedVersion[],
): PackagedVersion[] {
  if (kind === "unchanged" || kind === "removed") return [];
  if (kind === "new" || !before || !after) return after ? [after] : [];
  const [older, newer] = kind === "rollBack" ? [after, before] : [before, after];
  return versions
    .filter((version) => newestFirst(version, older) < 0 && newestFirst(newer, version) <= 0)
    .toSorted((one, other) => newestFirst(other, one));
}

function versionIn(versions: ComponentVersions, componentId: string): string {
  return Object.hasOwn(versions, componentId) ? (versions[componentId] ?? "") : "";
}
