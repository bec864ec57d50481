import { canBeReleased, type IntegrationPack } from "../pack/pack.ts";
import type { DatedVersion } from "../pack/packagedVersion.ts";
import { changeKind, type ChangeKind } from "../release/changeKind.ts";
import { sameVersions, versionIn, type ComponentVersions, type Release } from "../release/release.ts";
import { releasedVersions, versionsAfterSchedule } from "../release/releasedVersions.ts";
import type { KnownVersions } from "../release/versionChange.ts";
import type { ScheduleState } from "../schedule/scheduledRelease.ts";
import { compareNames } from "../text/compareNames.ts";

/**
 * A column of the matrix.
 *
 * - `released`: a past release
 * - `current`: the versions that accounts have now, where they do not come from the last known release
 * - `scheduled`: the scheduled release
 * - `pending`: the next release, as it would be now
 */
export type MatrixColumn =
  | ({ readonly kind: "released" } & ReleasedColumn)
  | { readonly kind: "current" }
  | ({ readonly kind: "scheduled" } & ScheduledColumn)
  | { readonly kind: "pending" };

type ReleasedColumn = Pick<Release, "releaseId" | "releasedAt" | "releasedBy" | "trigger" | "plan">;

interface ScheduledColumn {
  /** The local calendar date, `yyyy-MM-dd`. */
  readonly date: string;
  readonly state: ScheduleState;
}

/** What a release does to a component. `absent`: it is not in the release. `unknown`: the release before is not known. */
export type MatrixChange = ChangeKind | "absent" | "unknown";

/** The version of a component in a release. */
export interface MatrixCell {
  /** `""` where the component is not in the release. */
  readonly version: string;
  readonly change: MatrixChange;
}

/** A component with a cell for each column. */
export interface MatrixRow {
  readonly componentId: string;
  /** The id where the name is not known. */
  readonly componentName: string;
  readonly cells: readonly MatrixCell[];
}

/** Which version of each component each release of a pack contains. Components down, releases across, the newest last. */
export interface ReleaseMatrix {
  readonly columns: readonly MatrixColumn[];
  readonly rows: readonly MatrixRow[];
}

/** What the matrix shows of a pack. */
export interface MatrixBasis {
  /** The pack's releases, newest first. */
  readonly history: readonly Release[];
  /** Whether there may be releases that the history lacks. */
  readonly isHistoryLimited: boolean;
  /** The versions that the next release would contain. */
  readonly preselected: ComponentVersions;
  /** The packaged versions of the components, for their names and for the order of versions. */
  readonly known: KnownVersions;
}

/** One column, what it contains, and what it is compared with; `undefined` where that is not known. */
interface Snapshot {
  readonly column: MatrixColumn;
  readonly versions: ComponentVersions;
  readonly before: ComponentVersions | undefined;
}

/** Puts the releases of a pack side by side. Components of the pack come first, then those that left it, by name. */
export function releaseMatrix(pack: IntegrationPack, basis: MatrixBasis): ReleaseMatrix {
  const snapshots = [...pastSnapshots(pack, basis), ...comingSnapshots(pack, basis.preselected)];
  const names = componentNames(pack, snapshots, basis.known);
  return {
    columns: snapshots.map(({ column }) => column),
    rows: [...names].map(([componentId, componentName]) => {
      const dated = new Map(
        basis.known.get(componentId)?.map((version) => [version.packageVersion, version] as const),
      );
      return {
        componentId,
        componentName,
        cells: rowCells(snapshots, componentId, dated),
      };
    }),
  };
}

function pastSnapshots(pack: IntegrationPack, { history, isHistoryLimited }: MatrixBasis): Snapshot[] {
  const oldestFirst = history.toReversed();
  const snapshots = oldestFirst.map(({ versions, ...release }, at): Snapshot => {
    const { releaseId, releasedAt, releasedBy, trigger, plan } = release;
    return {
      column: { kind: "released", releaseId, releasedAt, releasedBy, trigger, ...(plan && { plan }) },
      versions,
      before: oldestFirst[at - 1]?.versions ?? (isHistoryLimited ? undefined : {}),
    };
  });
  const current = releasedVersions(pack);
  const last = history[0]?.versions;
  if (last ? sameVersions(last, current) : Object.keys(current).length === 0) return snapshots;
  return [...snapshots, { column: { kind: "current" }, versions: current, before: last }];
}

function comingSnapshots(pack: IntegrationPack, preselected: ComponentVersions): Snapshot[] {
  const { scheduled } = pack;
  const current = releasedVersions(pack);
  const atDate = versionsAfterSchedule(pack);
  const snapshots: Snapshot[] = [];
  if (scheduled) {
    const { date, state } = scheduled;
    snapshots.push({ column: { kind: "scheduled", date, state }, versions: atDate, before: current });
  }
  if (canBeReleased(pack) && !(scheduled && sameVersions(preselected, atDate))) {
    snapshots.push({ column: { kind: "pending" }, versions: preselected, before: current });
  }
  return snapshots;
}

/** The name of every component in any column, by id, in the order of the rows. */
function componentNames(
  { components }: IntegrationPack,
  snapshots: readonly Snapshot[],
  known: KnownVersions,
): Map<string, string> {
  const names = new Map(components.map(({ componentId, componentName }) => [componentId, componentName]));
  const left = new Set(snapshots.flatMap(({ versions }) => Object.keys(versions)));
  const sorted = [...left]
    .filter((componentId) => !names.has(componentId))
    .map((componentId) => [componentId, known.get(componentId)?.[0]?.componentName ?? componentId] as const)
    .sort(([, one], [, other]) => compareNames(one, other));
  return new Map([...names, ...sorted]);
}

/** The cells of a row. Those with the same change are one object, so that many releases are few cells. */
function rowCells(
  snapshots: readonly Snapshot[],
  componentId: string,
  dated: ReadonlyMap<string, DatedVersion>,
): MatrixCell[] {
  const cells = new Map<string | undefined, Map<string, MatrixCell>>();
  return snapshots.map(({ versions, before }) => {
    const to = versionIn(versions, componentId) ?? "";
    const from = before && (versionIn(before, componentId) ?? "");
    const known = cells.get(from) ?? new Map<string, MatrixCell>();
    const cell = known.get(to) ?? cellOf(from, to, dated);
    cells.set(from, known.set(to, cell));
    return cell;
  });
}

/** The cell of a change; `from` is undefined where the release before is not known. */
function cellOf(from: string | undefined, to: string, dated: ReadonlyMap<string, DatedVersion>): MatrixCell {
  if (from === undefined) return { version: to, change: to === "" ? "absent" : "unknown" };
  if (from === "" && to === "") return { version: "", change: "absent" };
  return { version: to, change: changeKind(from, to, dated.get(from), dated.get(to)) };
}
