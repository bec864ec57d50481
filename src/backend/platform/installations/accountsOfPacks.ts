import type { AccountGroupReader } from "../packs/accountGroupReader.ts";

/** An account with the packs to ask it about. */
export interface AskedAccount {
  readonly accountId: string;
  readonly name: string;
  readonly packIds: readonly string[];
}

/** The accounts in the groups that any of the packs is shared with, each once. @throws `Forbidden` */
export async function accountsOfPacks(
  reader: AccountGroupReader,
  packIds: readonly string[],
): Promise<AskedAccount[]> {
  const [shared, members] = await Promise.all([reader.listShared(), reader.listMembers()]);
  const groupsOf = new Map(
    packIds.map((packId) => [
      packId,
      new Set(
        shared
          .filter(({ integrationPackId }) => integrationPackId === packId)
          .map(({ accountGroupId }) => accountGroupId),
      ),
    ]),
  );
  const accounts = new Map<string, { name: string; packIds: Set<string> }>();
  for (const [packId, groups] of groupsOf) {
    for (const { accountGroupId, accountId, name } of members) {
      if (!groups.has(accountGroupId)) continue;
      const account = accounts.get(accountId) ?? { name, packIds: new Set() };
      accounts.set(accountId, account);
      account.packIds.add(packId);
    }
  }
  return [...accounts].map(([accountId, { name, packIds: ids }]) => ({
    accountId,
    name,
    packIds: [...ids],
  }));
}
