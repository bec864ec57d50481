import { installationStates, type PackAccount, type InstallationState } from "./installationReading.ts";

/** How many accounts are in each state. */
export type InstallationCounts = Readonly<Record<InstallationState, number>>;

/** How far a release has reached the accounts that have the pack. */
export interface RolloutCounts extends Pick<
  InstallationCounts,
  "current" | "behind" | "updatePending" | "appliedEarly"
> {
  /** The accounts that have the pack, or may have it, and whose release nobody reports. */
  readonly unknown: number;
}

/** Counts the accounts in each state. */
export function countInstallations(accounts: readonly Pick<PackAccount, "state">[]): InstallationCounts {
  const counts: Record<InstallationState, number> = {
    current: 0,
    behind: 0,
    updatePending: 0,
    appliedEarly: 0,
    installed: 0,
    notInstalled: 0,
    notAsked: 0,
  };
  for (const { state } of accounts) counts[state] += 1;
  return counts;
}

/** Counts the accounts for a rollout bar. Accounts without the pack are not counted. */
export function countRollout(accounts: readonly Pick<PackAccount, "state">[]): RolloutCounts {
  const { current, behind, updatePending, appliedEarly, installed, notAsked } = countInstallations(accounts);
  return { current, behind, updatePending, appliedEarly, unknown: installed + notAsked };
}

/** In how many accounts the pack is installed, as far as the accounts were asked. */
export function installedCount(accounts: readonly Pick<PackAccount, "state">[]): number {
  return accounts.filter(({ state }) => isInstalled(state)).length;
}

/** Whether an account in this state has the pack. */
export function isInstalled(state: InstallationState): boolean {
  return state !== "notInstalled" && state !== "notAsked";
}

/** The states that some account is in, with their numbers, in the order in which they are shown. */
export function presentStates(
  accounts: readonly Pick<PackAccount, "state">[],
): (readonly [state: InstallationState, count: number])[] {
  const counts = countInstallations(accounts);
  return installationStates.map((state) => [state, counts[state]] as const).filter(([, count]) => count > 0);
}
