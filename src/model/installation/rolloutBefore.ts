import * as l10n from "@vscode/l10n";
import { listed } from "../../base/language.ts";
import { countInState } from "../text/countInState.ts";
import { isInstalled } from "./countInstallations.ts";
import { describeInstallationState } from "./describeInstallation.ts";
import { installationStates, type InstallationState, type PackAccount } from "./installationReading.ts";

/** What an account had of the pack before its last release. */
export type StateBefore = InstallationState | "unknown";

/** The accounts that were in one state. */
export type PartBefore<Account> = readonly [state: StateBefore, accounts: readonly Account[]];

/**
 * The accounts that have the pack, by what they had of it before its last release, in the order in which states are shown.
 * Empty where that is known of none of them.
 */
export function rolloutBefore<Account extends Pick<PackAccount, "state" | "stateBefore">>(
  accounts: readonly Account[],
): PartBefore<Account>[] {
  const installed = accounts.filter(({ state }) => isInstalled(state));
  if (installed.every(({ stateBefore }) => stateBefore === undefined)) return [];
  return [...installationStates, "unknown" as const]
    .map((state): PartBefore<Account> => [
      state,
      installed.filter(({ stateBefore = "unknown" }) => stateBefore === state),
    ])
    .filter(([, found]) => found.length > 0);
}

/** A state before the last release, in a few words. */
export function describeStateBefore(state: StateBefore): string {
  return state === "unknown" ? l10n.t("unknown") : describeInstallationState(state);
}

/** Why it is not known what accounts had before the last release. `asksEachAccount`: they would have to report it. */
export function describeUnknownBefore(asksEachAccount: boolean): string {
  return asksEachAccount
    ? l10n.t("Boomi does not report what accounts ran before the last release.")
    : l10n.t("What accounts ran before the last release was not recorded.");
}

/** What the accounts with the pack had of it before its last release, in one sentence; `""` where none has the pack. */
export function describeRolloutBefore(
  accounts: readonly Pick<PackAccount, "state" | "stateBefore">[],
  asksEachAccount: boolean,
): string {
  if (!accounts.some(({ state }) => isInstalled(state))) return "";
  const parts = rolloutBefore(accounts);
  if (parts.length === 0) return describeUnknownBefore(asksEachAccount);
  const counts = parts.map(([state, found]) => countInState(found.length, describeStateBefore(state)));
  return l10n.t("Before the last release: {0}.", listed(counts));
}
