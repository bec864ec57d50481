import type { Snapshot, SnapshotPack } from "../../../../../src/model/snapshot/snapshot.ts";
import type { PlatformAccount, PlatformComponent, PlatformPack, PlatformState, Subscriber } from "./state.ts";

/** An account with the content of a snapshot, as far as the platform stores it: without past releases. */
export function stateFromSnapshot(account: PlatformAccount, snapshot: Snapshot): PlatformState {
  const components = new Map(snapshot.components.map((component) => [component.componentId, component]));
  const members = snapshot.accountGroups.flatMap(({ groupId, accounts }) =>
    accounts.map(({ accountId }) => ({ id: `${groupId}:${accountId}`, groupId, accountId })),
  );
  const sharedPacks = snapshot.accountGroups.flatMap(({ groupId, packIds }) =>
    packIds.map((packId) => ({ id: `${groupId}:${packId}`, groupId, packId })),
  );
  const state: PlatformState = {
    account,
    components,
    packs: new Map(snapshot.packs.map((pack) => [pack.packId, toPack(pack, components)])),
    releaseRequests: new Map(),
    groups: new Map(snapshot.accountGroups.map(({ groupId, name }) => [groupId, { id: groupId, name }])),
    accounts: new Map(
      [account, ...snapshot.accountGroups.flatMap(({ accounts }) => accounts)].map((one) => [
        one.accountId,
        one,
      ]),
    ),
    sharedPacks: byId(sharedPacks),
    members: byId(members),
    subscribers: subscribersOf(snapshot),
    environments: byId(environmentNames(snapshot).map((name) => ({ id: environmentId(name), name }))),
  };
  for (const { packId, scheduled } of snapshot.packs) {
    if (scheduled) schedule(state, packId, scheduled.date, scheduled.versions);
  }
  return state;
}

/** The id of the environment that a snapshot only names. */
export function environmentId(name: string): string {
  return `environment-${Buffer.from(name).toString("hex")}`;
}

/** The request id of a scheduled release that came with the snapshot. */
export function requestIdOfSnapshot(packId: string): string {
  return `release-of-${packId}`;
}

function byId<T extends { readonly id: string }>(values: readonly T[]): Map<string, T> {
  return new Map(values.map((value) => [value.id, value]));
}

/** The accounts of the groups: each has its installations in one environment. */
function subscribersOf({ accountGroups, installations }: Snapshot): Map<string, Subscriber> {
  return new Map(
    accountGroups
      .flatMap(({ accounts }) => accounts)
      .map(({ accountId, name }): [string, Subscriber] => {
        const environment = { id: `environment-of-${accountId}`, name: `${name} Production` };
        const packs = installations
          .filter((installation) => installation.accountId === accountId)
          .map(({ packId }) => ({
            instanceId: `instance-${accountId}-${packId}`,
            packId,
            environmentIds: [environment.id],
          }));
        return [accountId, { packs, environments: [environment], refuses: false }];
      }),
  );
}

function environmentNames({ components }: Snapshot): string[] {
  const deployments = components
    .flatMap(({ versions }) => versions)
    .flatMap((version) => version.deployments ?? []);
  return [...new Set(deployments.map(({ environment }) => environment))];
}

function toPack(pack: SnapshotPack, components: ReadonlyMap<string, PlatformComponent>): PlatformPack {
  const releases = [...(pack.releases ?? [])].sort(
    (one, other) => Date.parse(one.releasedAt) - Date.parse(other.releasedAt),
  );
  const current = releases.at(-1)?.versions ?? {};
  return {
    id: pack.packId,
    name: pack.name,
    description: pack.description,
    installationType: pack.installationType,
    wasReleased: releases.length > 0,
    components: pack.components.map(({ componentId, pendingVersion = "", deleted = false }) => {
      const component = components.get(componentId);
      if (!component) throw new Error(`${pack.name} contains ${componentId}, which is no component`);
      return {
        componentId,
        componentName: component.name,
        componentType: component.type,
        currentVersion: Object.hasOwn(current, componentId) ? (current[componentId] ?? "") : "",
        pendingVersion,
        deleted,
      };
    }),
  };
}

function schedule(
  state: PlatformState,
  packId: string,
  date: string,
  versions: Readonly<Record<string, string>>,
): void {
  const pack = state.packs.get(packId);
  if (!pack) return;
  const requestId = requestIdOfSnapshot(packId);
  pack.openRequestId = requestId;
  state.releaseRequests.set(requestId, {
    requestId,
    packId,
    packName: pack.name,
    installationType: pack.installationType,
    versions: new Map(Object.entries(versions)),
    replaced: new Map(),
    status: "SCHEDULED",
    date,
    startedAt: 0,
    looksUntilDone: 0,
  });
}
