import type { NamedPack } from "./pack.ts";

/** The id and name of an account group. */
export interface AccountGroupReference {
  readonly groupId: string;
  readonly name: string;
}

/** An account in which a pack is installed. */
export interface Installation {
  readonly accountId: string;
  readonly accountName: string;
  /** The release that the account runs. */
  readonly releaseId: string;
  /** Whether a scheduled release is waiting that the account has not applied yet (rule 7). */
  readonly pendingUpdate: boolean;
}

/** Who receives the releases of a pack. */
export interface PackSharing {
  readonly groups: readonly AccountGroupReference[];
  /** Left out where the backend does not know them. */
  readonly installations?: readonly Installation[];
}

/** A pack that is installed in an account. */
export interface AccountInstallation {
  readonly packId: string;
  readonly packName: string;
  /** The release that the account runs. */
  readonly releaseId: string;
  /** The date of that release, an ISO instant. */
  readonly releasedAt: string;
  /** Whether it is the pack's latest release. */
  readonly isLatest: boolean;
  /** Whether a scheduled release is waiting that the account has not applied yet (rule 7). */
  readonly pendingUpdate: boolean;
  /** Whether the account applied the pack's scheduled release before its date (rule 7). */
  readonly appliedScheduled: boolean;
}

/** An account of a group. */
export interface ManagedAccount {
  readonly accountId: string;
  readonly name: string;
  /** Sorted by pack name. Left out where the backend does not know them. */
  readonly installations?: readonly AccountInstallation[];
}

/** A group with its accounts and the packs that are shared with it, each sorted by name. */
export interface AccountGroup extends AccountGroupReference {
  readonly packs: readonly NamedPack[];
  readonly accounts: readonly ManagedAccount[];
  /** What a missing privilege hides of the group, as a sentence. Left out where nothing is hidden. */
  readonly limits?: string;
}

/** The accounts of the groups, each once, in their order. */
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

/** The packs that the account can install: shared with one of its groups, and not installed yet. */
export function installablePacks(groups: readonly AccountGroup[], accountId: string): NamedPack[] {
  const installed = new Set(installedPacks(groups, accountId).map(({ packId }) => packId));
  const shared = groups
    .filter(({ accounts }) => accounts.some((account) => account.accountId === accountId))
    .flatMap(({ packs }) => packs)
    .filter(({ packId }) => !installed.has(packId));
  return [...new Map(shared.map((pack) => [pack.packId, pack])).values()];
}
