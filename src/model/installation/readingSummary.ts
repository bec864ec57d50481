import * as l10n from "@vscode/l10n";
import { listed, plural } from "../../base/language.ts";
import { countInState } from "../text/countInState.ts";
import { installedCount, presentStates } from "./countInstallations.ts";
import { describeBoomiRule, describeInstallationState, type FormatInstant } from "./describeInstallation.ts";
import type { InstallationReading } from "./installationReading.ts";

/** In how many accounts the pack is installed, in a few words. */
export function installedInAccounts({ accounts }: Pick<InstallationReading, "accounts">): string {
  const count = installedCount(accounts);
  return plural(count, l10n.t("Installed in {0} account", count), l10n.t("Installed in {0} accounts", count));
}

/** How many accounts are in each state, such as "2 current, 1 behind"; `""` without accounts. */
export function describeCounts({ accounts }: Pick<InstallationReading, "accounts">): string {
  return listed(
    presentStates(accounts).map(([state, count]) => countInState(count, describeInstallationState(state))),
  );
}

/** A reading in one sentence. */
export function readingSummary(reading: Pick<InstallationReading, "accounts">): string {
  if (reading.accounts.length === 0) return l10n.t("No account has this pack, and it is shared with none.");
  return l10n.t("{0}: {1}.", installedInAccounts(reading), describeCounts(reading));
}

/** Boomi's rule, where the release of an account is not reported: what must be known to interpret the reading. */
export function readingNotes(
  { accounts, latestRelease }: Pick<InstallationReading, "accounts" | "latestRelease">,
  format: FormatInstant,
): string[] {
  return accounts.some(({ state }) => state === "installed")
    ? [describeBoomiRule(latestRelease, format)]
    : [];
}
