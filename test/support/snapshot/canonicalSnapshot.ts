import type { Snapshot } from "../../../src/model/snapshot/snapshot.ts";
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
        ...(scheduled && { scheduled: canonicalSchedule(scheduled) }),
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

function canonicalSchedule({
  state,
  versions,
  ...scheduled
}: NonNullable<Snapshot["packs"][0]["scheduled"]>) {
  return { ...scheduled, versions: keySorted(versions), ...(state && state !== "scheduled" && { state }) };
}

/** The canonical form of a snapshot that was exported, to compare it with that of the imported one. */
export function canonicalExport(snapshot: Snapshot): unknown {
  return canonicalSnapshot(parseSnapshot(snapshot));
}
