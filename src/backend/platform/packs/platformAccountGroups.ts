import * as l10n from "@vscode/l10n";
import * as v from "valibot";
import { sharingErrors } from "../../../errors/sharingErrors.ts";
import type { Operations } from "../../../base/operations.ts";
import type { AccountGroup, AccountGroupReference } from "../../../model/pack/accountGroup.ts";
import { summarizePack } from "../../../model/pack/pack.ts";
import { compareNames } from "../../../model/text/compareNames.ts";
import type { AccountGroupFacet } from "../../facets/accountGroupFacet.ts";
import type { PlatformClient } from "../http/platformClient.ts";
import { platformErrors } from "../http/platformErrors.ts";
import { orIfForbidden } from "../http/queries.ts";
import { urlPart } from "../http/urlPart.ts";
import type { AccountGroupReader } from "./accountGroupReader.ts";
import type { PackReader } from "./packReader.ts";

const object = "AccountGroupIntegrationPack";

/** Options of the account groups. */
export interface AccountGroupsOptions {
  readonly client: PlatformClient;
  readonly reader: AccountGroupReader;
  readonly packs: PackReader;
  readonly operations: Operations;
  readonly announceChange: () => void;
}

/** The account groups, and which packs are shared with them (rule 9). */
export class PlatformAccountGroups implements AccountGroupFacet {
  readonly #options: AccountGroupsOptions;

  constructor(options: AccountGroupsOptions) {
    this.#options = options;
  }

  async listAccountGroups(): Promise<AccountGroup[]> {
    const { reader } = this.#options;
    const hidden: string[] = [];
    const [groups, shared, members] = await Promise.all([
      reader.listGroups(),
      orIfForbidden(reader.listShared(), ({ message }) => {
        hidden.push(l10n.t("The packs of the group are not shown: {0}", message));
        return [];
      }),
      orIfForbidden(reader.listMembers(), ({ message }) => {
        hidden.push(l10n.t("The accounts of the group are not shown: {0}", message));
        return [];
      }),
    ]);
    return groups.map((group) => ({
      ...group,
      packs: inGroup(shared, group)
        .map(({ integrationPackId: packId, integrationPackName: name }) => ({ packId, name: name || packId }))
        .sort(byName),
      accounts: inGroup(members, group)
        .map(({ accountId, name }) => ({ accountId, name }))
        .sort(byName),
      ...(hidden.length > 0 && { limits: hidden.join(" ") }),
    }));
  }

  /** The groups that the pack is shared with, sorted by name. */
  async groupsOf(packId: string): Promise<AccountGroupReference[]> {
    const { reader } = this.#options;
    const [groups, shared] = await Promise.all([reader.listGroups(), reader.listShared()]);
    const ids = new Set(
      shared
        .filter(({ integrationPackId }) => integrationPackId === packId)
        .map(({ accountGroupId }) => accountGroupId),
    );
    return groups.filter(({ groupId }) => ids.has(groupId));
  }

  async addPack(packId: string, groupId: string): Promise<void> {
    const { reader, packs } = this.#options;
    const [pack, group] = await Promise.all([packs.fresh(packId), reader.getGroup(groupId)]);
    if (!summarizePack(pack).released) throw sharingErrors.packNeverReleased(pack.name);
    if (await reader.findShared(packId, groupId))
      throw sharingErrors.packAlreadyInGroup(pack.name, group.name);
    const body = JSON.stringify({
      accountGroupId: groupId,
      integrationPackId: packId,
      integrationPackName: pack.name,
      installationType: pack.installationType,
    });
    await this.#change({ method: "POST", path: object, body });
  }

  async removePack(packId: string, groupId: string): Promise<void> {
    const { reader, packs } = this.#options;
    const [pack, group] = await Promise.all([packs.get(packId), reader.getGroup(groupId)]);
    const shared = await reader.findShared(packId, groupId);
    if (!shared) throw sharingErrors.packNotInGroup(pack.name, group.name);
    await this.#change({ method: "DELETE", path: `${object}/${urlPart(shared.id)}` });
  }

  clear(): void {
    this.#options.reader.clear();
  }

  async #change(request: { method: "POST" | "DELETE"; path: string; body?: string }): Promise<void> {
    const { client, reader, operations, announceChange } = this.#options;
    try {
      await operations.run(() => client.change(object, request, v.unknown()), platformErrors.aborted);
    } finally {
      reader.forgetShared();
      announceChange();
    }
  }
}

function inGroup<T extends { readonly accountGroupId: string }>(
  rows: readonly T[],
  { groupId }: AccountGroupReference,
): T[] {
  return rows.filter(({ accountGroupId }) => accountGroupId === groupId);
}

function byName(one: { readonly name: string }, other: { readonly name: string }): number {
  return compareNames(one.name, other.name);
}
