import { versionIn } from "../../../src/model/release/release.ts";
import type { Snapshot, SnapshotPack, SnapshotSchedule } from "../../../src/model/snapshot/snapshot.ts";
import { latestRelease } from "../../../src/model/snapshot/checkSnapshotPacks.ts";
import { parseSnapshot } from "../../../src/model/snapshot/parseSnapshot.ts";

const byText = (one: unknown, other: unknown) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);
const byTime = <T>(time: (item: T) => string, items: readonly T[] = []) =>
  [...items].sort((one, other) => Date.parse(time(one)) - Date.parse(time(other)));
const filled = <T>(key: string, list: readonly T[]) =>
  Object.fromEntries(list.length > 0 ? [[key, list]] : []);
const keySorted = (versions: object) => Object.fromEntries(Object.entries(versions).sort());

/**
 * The snapshot with the optional keys and the order of lists that an export has. Follows the documented format, not the
 * code.
 */
export function canonicalSnapshot(snapshot: Snapshot): unknown {
  return {
    formatVersion: 1,
    components: snapshot.components
      .map(({ versions, ...component }) => ({
        ...component,
        versions: [...versions]
          .sort(
            (one, other) =>
              Date.parse(one.createdDate) - Date.parse(other.createdDate) ||
              one.componentVersion - other.componentVersion,
          )
          .map(({ includedComponents = [], deployments, ...version }) => ({
            ...version,
            ...filled("includedComponents", includedComponents),
            ...filled(
              "deployments",
              byTime(({ deployedDate }) => deployedDate, deployments),
            ),
          })),
      }))
      .sort(byText),
    packs: snapshot.packs
      .map(({ components, releases, scheduled, scheduleEvents = [], ...pack }) => ({
        ...pack,
        components: components
          .map(({ componentId, pendingVersion, deleted }) => ({
            componentId,
            ...(pendingVersion && { pendingVersion }),
            ...(deleted && { deleted }),
          }))
          .sort(byText),
        ...filled(
          "releases",
          byTime(({ releasedAt }) => releasedAt, releases).map(({ trigger, versions, ...release }) => ({
            ...release,
            ...(trigger && trigger !== "immediate" && { trigger }),
            versions: keySorted(versions),
          })),
        ),
        ...(scheduled && {
          scheduled: canonicalSchedule(scheduled, confirmedAtImport({ ...pack, components, releases })),
        }),
        ...filled("scheduleEvents", scheduleEvents),
      }))
      .sort(byText),
    accountGroups: snapshot.accountGroups
      .map(({ packIds, accounts, ...group }) => ({
        ...group,
        packIds: [...packIds].sort(),
        accounts: [...accounts].sort(byText),
      }))
      .sort(byText),
    installations: [...snapshot.installations].sort(byText),
  };
}

function canonicalSchedule(
  { state, versions, ...scheduled }: SnapshotSchedule,
  confirmed: SnapshotSchedule["confirmed"],
) {
  return {
    confirmed,
    ...scheduled,
    versions: keySorted(versions),
    ...(state && state !== "scheduled" && { state }),
  };
}

/** The state of the pack that an import takes as confirmed where the snapshot names none. */
function confirmedAtImport({
  components,
  releases = [],
}: Pick<SnapshotPack, "components"> & { readonly releases: SnapshotPack["releases"] | undefined }) {
  const current = latestRelease(releases)?.versions ?? {};
  return components
    .map(({ componentId, deleted = false }) => ({
      componentId,
      currentVersion: versionIn(current, componentId) ?? "",
      deleted,
    }))
    .sort((one, other) => (one.componentId < other.componentId ? -1 : 1));
}

/** The canonical form of a snapshot that was exported, to compare it with that of the imported one. */
export function canonicalExport(snapshot: Snapshot): unknown {
  return canonicalSnapshot(parseSnapshot(snapshot));
}
