import {
  accountsOf,
  type AccountGroup,
  type AccountInstallation,
  type ManagedAccount,
} from "../pack/accountGroup.ts";
import type { NamedPack } from "../pack/pack.ts";
import { compareCodeUnits } from "../text/compareCodeUnits.ts";

/** Which accounts have which packs, as JSON for programs. */
export interface InstallationsReport {
  readonly formatVersion: 1;
  /** In the order of the packs, then by the name of the account. */
  readonly installations: readonly InstallationRow[];
}

/**
 * What an account runs of a pack.
 *
 * - `current`: the pack's latest release
 * - `behind`: an earlier release
 * - `updatePending`: a scheduled release waits that the account may apply before its date
 * - `appliedEarly`: the account applied the scheduled release before its date
 * - `unknown`: the pack is shared with the account, and what it runs was not read
 */
export type InstallationState = "current" | "behind" | "updatePending" | "appliedEarly" | "unknown";

/** An account that has a pack, or that the pack is shared with where nothing more is known. */
export interface InstallationRow extends NamedPack {
  readonly accountId: string;
  readonly accountName: string;
  readonly state: InstallationState;
  /** The release that the account runs; left out where it is not known. */
  readonly releaseId?: string;
  /** The date of that release, an ISO instant; left out where it is not known. */
  readonly releasedAt?: string;
}

/** The report of the installations of the packs. */
export function installationsReport(
  packs: readonly NamedPack[],
  groups: readonly AccountGroup[],
): InstallationsReport {
  const accounts = accountsOf(groups).sort(byNameAndId);
  return {
    formatVersion: 1,
    installations: packs.flatMap((pack) => {
      const shared = sharedAccounts(groups, pack.packId);
      return accounts.flatMap((account): InstallationRow[] => {
        const row = {
          packId: pack.packId,
          name: pack.name,
          accountId: account.accountId,
          accountName: account.name,
        };
        if (!account.installations) {
          return shared.has(account.accountId) ? [{ ...row, state: "unknown" }] : [];
        }
        return account.installations
          .filter(({ packId }) => packId === pack.packId)
          .map((installation) => ({
            ...row,
            state: stateOf(installation),
            releaseId: installation.releaseId,
            releasedAt: installation.releasedAt,
          }));
      });
    }),
  };
}

function stateOf({ isLatest, pendingUpdate, appliedScheduled }: AccountInstallation): InstallationState {
  if (appliedScheduled) return "appliedEarly";
  if (pendingUpdate) return "updatePending";
  return isLatest ? "current" : "behind";
}

function byNameAndId(one: ManagedAccount, other: ManagedAccount): number {
  return compareCodeUnits(one.name, other.name) || compareCodeUnits(one.accountId, other.accountId);
}

/** The ids of the accounts in the groups that the pack is shared with. */
function sharedAccounts(groups: readonly AccountGroup[], packId: string): ReadonlySet<string> {
  return new Set(
    groups
      .filter(({ packs }) => packs.some((pack) => pack.packId === packId))
      .flatMap(({ accounts }) => accounts)
      .map(({ accountId }) => accountId),
  );
}
