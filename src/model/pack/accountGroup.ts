/** A group of managed accounts that packs are shared with. */
export interface AccountGroupReference {
  readonly groupId: string;
  readonly name: string;
}

/** A pack installed in a managed account. */
export interface Installation {
  readonly accountId: string;
  readonly accountName: string;
  /** The release it runs. */
  readonly releaseId: string;
  /** Whether a scheduled release waits for this account (rule 7: it may be applied by hand). */
  readonly pendingUpdate: boolean;
}

/** Who receives the releases of a pack. */
export interface PackSharing {
  readonly groups: readonly AccountGroupReference[];
  /** Left out where the backend cannot know. */
  readonly installations?: readonly Installation[];
}

/** A pack that is installed in an account, seen from the account. */
export interface AccountInstallation {
  readonly packId: string;
  readonly packName: string;
  /** The release it runs. */
  readonly releaseId: string;
  /** When that release was made, ISO instant. */
  readonly releasedAt: string;
  /** Whether that is the pack's latest release. */
  readonly isLatest: boolean;
  readonly pendingUpdate: boolean;
  /** Whether the account applied the pack's scheduled release before its date (rule 7). */
  readonly appliedScheduled: boolean;
}

/** An account of a group. */
export interface ManagedAccount {
  readonly accountId: string;
  readonly name: string;
  /** Sorted by the packs' names. Left out where the backend cannot know. */
  readonly installations?: readonly AccountInstallation[];
}

/** A group with the packs that are shared with it and its accounts, both sorted by name. */
export interface AccountGroup extends AccountGroupReference {
  readonly packs: readonly { readonly packId: string; readonly name: string }[];
  readonly accounts: readonly ManagedAccount[];
}

/** A pack as far as a choice of packs shows it. */
export interface NamedPack {
  readonly packId: string;
  readonly name: string;
}

/** Every account of the groups once, in the order in which they come. */
export function accountsOf(groups: readonly AccountGroup[]): ManagedAccount[] {
  return [
    ...new Map(groups.flatMap(({ accounts }) => accounts).map((each) => [each.accountId, each])).values(),
  ];
}

/** The packs that are installed in the account. */
export function installedPacks(groups: readonly AccountGroup[], accountId: string): NamedPack[] {
  const account = accountsOf(groups).find((each) => each.accountId === accountId);
  return (account?.installations ?? []).map(({ packId, packName }) => ({ packId, name: packName }));
}

/** The packs that are shared with the account and not installed in it. */
export function installablePacks(groups: readonly AccountGroup[], accountId: string): NamedPack[] {
  const installed = new Set(installedPacks(groups, accountId).map(({ packId }) => packId));
  const shared = groups
    .filter(({ accounts }) => accounts.some((account) => account.accountId === accountId))
    .flatMap(({ packs }) => packs)
    .filter(({ packId }) => !installed.has(packId));
  return [...new Map(shared.map((pack) => [pack.packId, pack])).values()];
}
