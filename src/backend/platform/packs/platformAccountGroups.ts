import { sharingErrors } from "../../../errors/sharingErrors.ts";
import type { AccountGroup, AccountGroupReference } from "../../../model/pack/accountGroup.ts";
import { summarizePack } from "../../../model/pack/pack.ts";
import { compareNames } from "../../../model/text/compareNames.ts";
import type { AccountGroupFacet } from "../../backend.ts";
import * as v from "valibot";
import { Cache } from "./cache.ts";
import type { PlatformClient } from "../http/platformClient.ts";
import type { PackReader } from "./packReader.ts";
import { urlPart } from "../http/urlPart.ts";
import { bulkGet } from "../http/bulk.ts";
import { objectKinds } from "../http/objectKinds.ts";
import { equals, orNotFound, query } from "../http/queries.ts";
import { accountGroupSchema, groupAccountSchema, groupPackSchema } from "../http/readers.ts";

/** How long groups are not asked for again, in ms. */
const lifetime = 60_000;

/** The account groups, and which packs are shared with them (rule 9). */
export class PlatformAccountGroups implements AccountGroupFacet {
  readonly #client: PlatformClient;
  readonly #packs: PackReader;
  readonly #announceChange: () => void;
  readonly #groups: Cache<AccountGroupReference[]>;
  readonly #groupPacks: Cache<v.InferOutput<typeof groupPackSchema>[]>;

  constructor(client: PlatformClient, packs: PackReader, now: () => number, announceChange: () => void) {
    this.#client = client;
    this.#packs = packs;
    this.#announceChange = announceChange;
    this.#groups = new Cache(lifetime, now);
    this.#groupPacks = new Cache(lifetime, now);
  }

  async listAccountGroups(): Promise<AccountGroup[]> {
    const [groups, shared, members] = await Promise.all([
      this.#listGroups(),
      this.#listShared(),
      query(this.#client, "AccountGroupAccount", groupAccountSchema),
    ]);
    const ids = members.map(({ accountId }) => accountId);
    const accounts = await bulkGet(this.#client, objectKinds.account, ids);
    const inGroup = <T extends { accountGroupId: string }>(rows: readonly T[], groupId: string) =>
      rows.filter(({ accountGroupId }) => accountGroupId === groupId);
    return groups.map((group) => ({
      ...group,
      packs: inGroup(shared, group.groupId)
        .map(({ integrationPackId, integrationPackName }) => ({
          packId: integrationPackId,
          name: integrationPackName,
        }))
        .sort(byName),
      accounts: inGroup(members, group.groupId)
        .map(({ accountId }) => ({ accountId, name: accounts.get(accountId)?.name || accountId }))
        .sort(byName),
    }));
  }

  /** The groups that the pack is shared with, sorted by name. */
  async groupsOf(packId: string): Promise<AccountGroupReference[]> {
    const [groups, shared] = await Promise.all([this.#listGroups(), this.#listShared()]);
    const ids = new Set(
      shared
        .filter(({ integrationPackId }) => integrationPackId === packId)
        .map(({ accountGroupId }) => accountGroupId),
    );
    return groups.filter(({ groupId }) => ids.has(groupId));
  }

  async addPack(packId: string, groupId: string): Promise<void> {
    const [pack, group] = await Promise.all([this.#packs.fresh(packId), this.#requireGroup(groupId)]);
    if (!summarizePack(pack).released) throw sharingErrors.packNeverReleased(pack.name);
    if (await this.#findShared(packId, groupId))
      throw sharingErrors.packAlreadyInGroup(pack.name, group.name);
    const body = JSON.stringify({
      accountGroupId: groupId,
      integrationPackId: packId,
      integrationPackName: pack.name,
      installationType: pack.installationType,
    });
    await this.#change({ method: "POST", path: "AccountGroupIntegrationPack", body });
  }

  async removePack(packId: string, groupId: string): Promise<void> {
    const [pack, group] = await Promise.all([this.#packs.get(packId), this.#requireGroup(groupId)]);
    const shared = await this.#findShared(packId, groupId);
    if (!shared) throw sharingErrors.packNotInGroup(pack.name, group.name);
    const path = `AccountGroupIntegrationPack/${urlPart(shared.id)}`;
    await this.#change({ method: "DELETE", path });
  }

  clear(): void {
    this.#groups.clear();
    this.#groupPacks.clear();
  }

  async #change(request: { method: "POST" | "DELETE"; path: string; body?: string }): Promise<void> {
    try {
      await this.#client.change("AccountGroupIntegrationPack", request, v.unknown());
    } finally {
      this.#groupPacks.clear();
      this.#announceChange();
    }
  }

  async #findShared(packId: string, groupId: string) {
    const rows = await query(
      this.#client,
      "AccountGroupIntegrationPack",
      groupPackSchema,
      equals("accountGroupId", groupId),
    );
    return rows.find(({ integrationPackId }) => integrationPackId === packId);
  }

  async #requireGroup(groupId: string): Promise<AccountGroupReference> {
    const asked = this.#client.get(objectKinds.accountGroup, groupId);
    const { id, name } = await orNotFound(asked, () => sharingErrors.accountGroupNotFound(groupId));
    return { groupId: id, name };
  }

  #listGroups(): Promise<AccountGroupReference[]> {
    return this.#groups.get("", async () => {
      const rows = await query(this.#client, "AccountGroup", accountGroupSchema);
      return rows.map(({ id, name }) => ({ groupId: id, name })).sort(byName);
    });
  }

  #listShared() {
    return this.#groupPacks.get("", () =>
      query(this.#client, "AccountGroupIntegrationPack", groupPackSchema),
    );
  }
}

function byName(one: { readonly name: string }, other: { readonly name: string }): number {
  return compareNames(one.name, other.name);
}
