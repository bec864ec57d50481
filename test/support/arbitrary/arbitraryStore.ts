import fc from "fast-check";
import { recordedStates } from "../../../src/model/installation/recordedStates.ts";
import { packNameKey } from "../../../src/model/pack/pack.ts";
import { canBeChosen } from "../../../src/model/pack/packagedVersion.ts";
import type {
  Snapshot,
  SnapshotComponent,
  SnapshotPack,
  SnapshotPackComponent,
  SnapshotRelease,
  SnapshotVersion,
} from "../../../src/model/snapshot/snapshot.ts";
import type { PlanReference } from "../../../src/model/plan/planReference.ts";
import { emptyHash, otherHash } from "../fixtures/planHashes.ts";
import { arbitraryVersionProperties } from "../fixtures/versionProperties.ts";
import { instant, instants, text } from "./arbitraryValues.ts";

const awkward = fc.constantFrom("__proto__", "constructor", "1", "2", "a.b", "ä", "Deleted", " ");
const filled = fc.oneof(fc.string({ unit: "grapheme", minLength: 1, maxLength: 4 }), awkward);
const zone = fc.constantFrom("UTC", "America/New_York", "Asia/Kathmandu", "Pacific/Apia");

/** Makes an arbitrary store that follows every rule. Lists are in any order, and optional keys may be missing. */
export function arbitraryStore(g: fc.GeneratorValue): Snapshot {
  const chance = () => g(fc.boolean);
  const some = <T>(values: readonly T[]): T[] => g(() => fc.subarray([...values]));
  const oneOf = <T>(values: readonly T[]): T => g(() => fc.constantFrom(...values));
  const uniqueIds = (most: number): string[] => g(() => fc.uniqueArray(filled, { maxLength: most }));
  const optional = <T extends object>(value: T): Partial<T> => (chance() ? value : {});

  function versionOf(componentAt: number, packageVersion: string, at: number): SnapshotVersion {
    return {
      ...arbitraryVersionProperties(g, { packageId: `${componentAt}/${at}`, packageVersion }),
      ...optional({
        includedComponents: uniqueIds(2).map((componentId) => ({
          componentId,
          name: g(() => text),
          type: g(() => text),
          version: g(() => fc.nat()),
          folder: g(() => text),
          modifiedBy: g(() => text),
          modifiedDate: g(() => instant),
          ...optional({ xml: g(() => text) }),
        })),
        deployments: some(instants).map((deployedDate) => ({
          environment: g(() => text),
          deployedDate,
          deployedBy: g(() => text),
          notes: g(() => text),
          active: chance(),
        })),
      }),
    };
  }

  const components: SnapshotComponent[] = uniqueIds(5).map((componentId, at) => ({
    componentId,
    name: g(() => filled),
    type: oneOf(["process", "webservice"]),
    versions: uniqueIds(4).map((packageVersion, versionAt) => versionOf(at, packageVersion, versionAt)),
  }));
  const versioned = components.filter(({ versions }) => versions.length > 0);
  const versionsOf = (among: readonly SnapshotComponent[]): Record<string, string> =>
    Object.fromEntries(
      some(among).map(({ componentId, versions }) => [componentId, oneOf(versions).packageVersion]),
    );

  function packComponentOf(
    component: SnapshotComponent,
    current: Record<string, string>,
  ): SnapshotPackComponent {
    const { componentId, versions } = component;
    const currentVersion = Object.hasOwn(current, componentId) ? current[componentId] : undefined;
    const choosable = versions.filter(
      (version) => canBeChosen(version) || version.packageVersion === currentVersion,
    );
    return {
      componentId,
      ...(choosable.length > 0 && optional({ pendingVersion: oneOf(choosable).packageVersion })),
      ...(currentVersion === undefined ? optional({ deleted: false }) : optional({ deleted: chance() })),
    };
  }

  function packOf(name: string, at: number): SnapshotPack {
    const installationType = oneOf(["SINGLE", "MULTI"] as const);
    const members = some(components).filter(
      ({ type }) => installationType === "SINGLE" || type === "process",
    );
    const dates = some(instants);
    const releases: SnapshotRelease[] = dates.map((releasedAt, releaseAt) => ({
      releaseId: `${at}/${releaseAt}`,
      releasedAt,
      releasedBy: g(() => text),
      ...optional({ trigger: oneOf(["immediate", "scheduled", "late"] as const) }),
      versions: versionsOf(
        releaseAt === dates.length - 1
          ? versioned.filter((component) => members.includes(component))
          : versioned,
      ),
      ...optional({ plan: planOf() }),
    }));
    return {
      packId: `pack ${at}`,
      name,
      description: g(() => text),
      installationType,
      deploymentModel: oneOf(["packaged", "legacy"]),
      components: members.map((component) => packComponentOf(component, { ...releases.at(-1)?.versions })),
      ...optional({ releases }),
      ...optional({ scheduled: scheduleOf() }),
      ...optional({
        scheduleEvents: some(instants).map((moment) => ({
          at: moment,
          by: g(() => text),
          event: oneOf(["scheduled", "cancelled", "failed"] as const),
          date: "2026-12-01",
          timeZone: g(() => zone),
          ...optional({ problem: g(() => text) }),
          ...optional({ plan: planOf() }),
        })),
      }),
    };
  }

  function planOf(): PlanReference {
    return { planHash: oneOf([emptyHash, otherHash]), ...optional({ name: g(() => text) }) };
  }

  function scheduleOf(): SnapshotPack["scheduled"] {
    return {
      date: oneOf(["2026-12-01", "2028-02-29"]),
      timeZone: g(() => zone),
      versions: versionsOf(versioned),
      ...optional({ state: oneOf(["scheduled", "failed", "missed"] as const) }),
      ...optional({ problem: g(() => text) }),
      ...optional({ problemCode: oneOf(["Conflict", "Unreachable"] as const) }),
      ...optional({
        confirmed: some(versioned).map(({ componentId }) => ({
          componentId,
          currentVersion: g(() => text),
          deleted: chance(),
        })),
      }),
      scheduledBy: g(() => text),
      scheduledAt: g(() => instant),
      ...optional({ plan: planOf() }),
    };
  }

  const name = filled.filter((value) => /\S/.test(value));
  const names = g(() => fc.uniqueArray(name, { maxLength: 4, selector: packNameKey }));
  const packs = names.map(packOf).map(withoutInvalidMarks);
  const released = packs.filter(({ releases }) => releases?.length);
  const accountGroups = uniqueIds(2).map((groupId) => ({
    groupId,
    name: g(() => filled),
    packIds: some(released).map(({ packId }) => packId),
    accounts: some(["acme", "bolt", "cork"]).map((accountId) => ({ accountId, name: `The ${accountId}` })),
  }));
  const accountIds = new Set(
    accountGroups.flatMap(({ accounts }) => accounts.map(({ accountId }) => accountId)),
  );
  const installations = [...accountIds].flatMap((accountId) =>
    some(released).map(({ packId, releases = [], scheduled }) => ({
      accountId,
      packId,
      releaseId: oneOf(releases).releaseId,
      appliedScheduled: scheduled !== undefined && chance(),
      ...optional({ stateBefore: oneOf(recordedStates) }),
    })),
  );
  return { formatVersion: 1, components, packs, accountGroups, installations };
}

/**
 * Removes pending versions and Deleted marks from a pack without releases: without a current version they could break a
 * rule.
 */
function withoutInvalidMarks(pack: SnapshotPack): SnapshotPack {
  if (pack.releases) return pack;
  return { ...pack, components: pack.components.map(({ componentId }) => ({ componentId })) };
}
