import { textOf, type PlatformObject, type Row } from "../platformObject.ts";
import type { World } from "./objects.ts";
import { badRequest } from "../refusal.ts";
import type { PlatformAccount, PlatformState } from "./state.ts";

/** `Account`: the account itself and the accounts that it manages. */
export function accounts(state: PlatformState): PlatformObject {
  const toRow = ({ accountId, name }: PlatformAccount): Row => ({
    accountId,
    name,
    status: "active",
    dateCreated: "2020-01-01T00:00:00Z",
    widgetAccount: false,
    suggestionsEnabled: true,
    supportAccess: true,
    supportLevel: "standard",
    overDeployed: false,
  });
  return {
    filters: ["accountId", "name", "status"],
    bulkLimit: 100,
    rows: () => [...state.accounts.values()].map(toRow),
    get: (id) => rowOf(state.accounts.get(id), toRow),
  };
}

/** `AccountGroup` */
export function accountGroups(state: PlatformState): PlatformObject {
  const toRow = ({ id, name }: { id: string; name: string }): Row => ({
    id,
    name,
    accountId: state.account.accountId,
    autoSubscribeAlertLevel: "none",
    defaultGroup: false,
  });
  return {
    filters: ["id", "accountId", "name", "defaultGroup", "autoSubscribeAlertLevel"],
    bulkLimit: 100,
    rows: () => [...state.groups.values()].map(toRow),
    get: (id) => rowOf(state.groups.get(id), toRow),
  };
}

/** `AccountGroupAccount`: which accounts are in a group. */
export function accountGroupAccounts(state: PlatformState): PlatformObject {
  return {
    filters: ["accountGroupId", "accountId"],
    rows: () =>
      [...state.members.values()].map(({ id, groupId, accountId }) => ({
        id,
        accountGroupId: groupId,
        accountId,
      })),
  };
}

/** `AccountGroupIntegrationPack`: which packs are shared with a group. */
export function accountGroupIntegrationPacks({ state, modes }: World): PlatformObject {
  const toRow = ({ id, groupId, packId }: { id: string; groupId: string; packId: string }): Row => {
    const pack = state.packs.get(packId);
    return {
      id,
      accountGroupId: groupId,
      integrationPackId: packId,
      integrationPackName: pack?.name ?? "",
      installationType: pack?.installationType ?? "SINGLE",
    };
  };
  return {
    filters: ["accountGroupId"],
    needsFilter: () => modes().unfilteredGroupPacks === "refused",
    bulkLimit: 100,
    rows: () => [...state.sharedPacks.values()].map(toRow),
    get: (id) => rowOf(state.sharedPacks.get(id), toRow),
    create(body) {
      const groupId = textOf(body, "accountGroupId");
      const pack = state.packs.get(textOf(body, "integrationPackId"));
      if (!state.groups.has(groupId)) throw badRequest(`The account group ${groupId} does not exist.`);
      if (!pack) throw badRequest("The integration pack does not exist.");
      if (!pack.wasReleased) throw badRequest(`${pack.name} was never released.`);
      const shared = { id: `${groupId}:${pack.id}`, groupId, packId: pack.id };
      if (state.sharedPacks.has(shared.id)) throw badRequest(`${pack.name} is in the account group already.`);
      state.sharedPacks.set(shared.id, shared);
      return toRow(shared);
    },
    delete: (id) => state.sharedPacks.delete(id),
  };
}

/** `Environment` */
export function environments(state: PlatformState): PlatformObject {
  const toRow = ({ id, name }: { id: string; name: string }): Row => ({
    id,
    name,
    classification: name.startsWith("Prod") ? "PROD" : "TEST",
  });
  return {
    filters: ["id", "name", "classification"],
    bulkLimit: 100,
    rows: () => [...state.environments.values()].map(toRow),
    get: (id) => rowOf(state.environments.get(id), toRow),
  };
}

function rowOf<T>(value: T | undefined, toRow: (value: T) => Row): Row | undefined {
  return value && toRow(value);
}
