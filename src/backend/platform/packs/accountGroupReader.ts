import type * as v from "valibot";
import { IntegrationPacksError } from "../../../errors/errors.ts";
import { sharingErrors } from "../../../errors/sharingErrors.ts";
import type { AccountGroupReference } from "../../../model/pack/accountGroup.ts";
import { compareNames } from "../../../model/text/compareNames.ts";
import { bulkGetIfAllowed, chunksOf } from "../http/bulk.ts";
import { objectKinds } from "../http/objectKinds.ts";
import type { PlatformClient } from "../http/platformClient.ts";
import {
  equals,
  oneOf,
  orIfForbidden,
  orNotFound,
  query,
  type Expression,
  type QueryRows,
} from "../http/queries.ts";
import { accountGroupSchema, groupAccountSchema, groupPackSchema } from "../http/readers.ts";
import { Cache } from "./cache.ts";
import type { Omissions } from "./omissions.ts";

/** How long groups are cached, in ms. */
const lifetime = 60_000;

/** How many groups go into one `or`. */
const filterSize = 100;

/** A pack that is shared with a group. */
export type SharedRow = v.InferOutput<typeof groupPackSchema>;

/** An account of a group. */
export interface MemberRow {
  readonly accountGroupId: string;
  readonly accountId: string;
  readonly name: string;
}

/** Options of the account group reader. */
export interface AccountGroupReaderOptions {
  readonly client: PlatformClient;
  readonly now: () => number;
  readonly omissions: Omissions;
}

/** Reads account groups, the packs that are shared with them, and their accounts. */
export class AccountGroupReader {
  readonly #options: AccountGroupReaderOptions;
  readonly #groups: Cache<AccountGroupReference[]>;
  readonly #shared: Cache<QueryRows<SharedRow>>;
  /** A query without a filter is not documented. */
  #isUnfilteredRefused = false;

  constructor(options: AccountGroupReaderOptions) {
    this.#options = options;
    this.#groups = new Cache(lifetime, options.now);
    this.#shared = new Cache(lifetime, options.now);
  }

  /** Sorted by name. For a user who may not read groups, those that packs are shared with, by their ids. */
  listGroups(): Promise<AccountGroupReference[]> {
    return this.#groups.get("", () =>
      orIfForbidden(this.#readGroups(), (reason) => this.#groupsByPacks(reason)),
    );
  }

  /** The packs that are shared with any group. */
  async listShared(): Promise<readonly SharedRow[]> {
    const { rows, unreadable } = await this.#shared.get("", () => this.#readShared());
    this.#options.omissions.report("sharedPacks", unreadable);
    return rows;
  }

  /** The accounts of all groups; the id is the name of an account that the user may not read. */
  async listMembers(): Promise<readonly MemberRow[]> {
    const { client, omissions } = this.#options;
    const { rows, unreadable } = await query(client, "AccountGroupAccount", groupAccountSchema);
    omissions.report("accounts", unreadable);
    const ids = rows.map(({ accountId }) => accountId);
    const accounts = await bulkGetIfAllowed(client, objectKinds.account, ids);
    return rows.map((row) => ({ ...row, name: accounts.get(row.accountId)?.name || row.accountId }));
  }

  /**
   * How many accounts are in the groups of each pack that is shared: they get its releases. Nothing for a user who may not read
   * that.
   */
  countAccounts(): Promise<ReadonlyMap<string, number> | undefined> {
    return orIfForbidden(this.#countAccounts(), () => undefined);
  }

  /** A user who may share packs may lack the right to read groups: the id is the name then. @throws `NotFound` */
  async getGroup(groupId: string): Promise<AccountGroupReference> {
    const asked = this.#options.client.get(objectKinds.accountGroup, groupId);
    const read = orNotFound(asked, () => sharingErrors.accountGroupNotFound(groupId));
    const group = await orIfForbidden(read, () => undefined);
    return { groupId, name: group?.name || groupId };
  }

  /** The sharing of the pack with the group, read anew. A row that names another group or pack is another sharing. */
  async findShared(packId: string, groupId: string): Promise<SharedRow | undefined> {
    const { rows } = await this.#queryShared(equals("accountGroupId", groupId));
    return rows.find((row) => row.accountGroupId === groupId && row.integrationPackId === packId);
  }

  /** Forgets which packs are shared: it was changed from here. */
  forgetShared(): void {
    this.#shared.clear();
  }

  clear(): void {
    this.#groups.clear();
    this.#shared.clear();
  }

  async #countAccounts(): Promise<ReadonlyMap<string, number>> {
    const { client } = this.#options;
    const [shared, members] = await Promise.all([
      this.listShared(),
      query(client, "AccountGroupAccount", groupAccountSchema),
    ]);
    const accounts = new Map<string, Set<string>>();
    for (const { accountGroupId, integrationPackId } of shared) {
      const ofPack = accounts.get(integrationPackId) ?? new Set();
      accounts.set(integrationPackId, ofPack);
      for (const member of members.rows) {
        if (member.accountGroupId === accountGroupId) ofPack.add(member.accountId);
      }
    }
    return new Map([...accounts].map(([packId, { size }]) => [packId, size]));
  }

  async #readGroups(): Promise<AccountGroupReference[]> {
    const { client, omissions } = this.#options;
    const { rows, unreadable } = await query(client, "AccountGroup", accountGroupSchema);
    omissions.report("accountGroups", unreadable);
    return rows.map(({ id, name }) => ({ groupId: id, name: name || id })).sort(byName);
  }

  async #groupsByPacks(reason: IntegrationPacksError): Promise<AccountGroupReference[]> {
    const { rows } = await this.#queryShared().catch(() => {
      throw reason;
    });
    return [...new Set(rows.map(({ accountGroupId }) => accountGroupId))]
      .map((groupId) => ({ groupId, name: groupId }))
      .sort(byName);
  }

  async #readShared(): Promise<QueryRows<SharedRow>> {
    if (this.#isUnfilteredRefused) return this.#readSharedByGroups();
    try {
      return await this.#queryShared();
    } catch (error) {
      if (!(error instanceof IntegrationPacksError) || error.code !== "InvalidRequest") throw error;
      this.#isUnfilteredRefused = true;
      return this.#readSharedByGroups();
    }
  }

  /** By the only filter that is documented. */
  async #readSharedByGroups(): Promise<QueryRows<SharedRow>> {
    const ids = (await this.listGroups()).map(({ groupId }) => groupId);
    const lists = await Promise.all(
      chunksOf(ids, filterSize).map((chunk) => this.#queryShared(oneOf("accountGroupId", chunk))),
    );
    const unreadable = lists.reduce((sum, list) => sum + list.unreadable, 0);
    return { rows: lists.flatMap(({ rows }) => rows), unreadable };
  }

  #queryShared(filter?: Expression): Promise<QueryRows<SharedRow>> {
    return query(this.#options.client, "AccountGroupIntegrationPack", groupPackSchema, filter);
  }
}

function byName(one: { readonly name: string }, other: { readonly name: string }): number {
  return compareNames(one.name, other.name);
}
