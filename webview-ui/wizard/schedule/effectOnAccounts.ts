import { t } from "@vscode/l10n";
import type { WizardPack } from "../../../src/protocol/wizard.ts";
import type { WizardState } from "../state/wizardState.ts";

/** How the release affects the accounts that have the pack installed, as a sentence. */
export function effectOnAccounts({ stored, received }: WizardState, shown: WizardPack): string {
  const installations = received.sharing?.installations;
  const isRerelease = shown.pack.components.some(({ currentVersion }) => currentVersion !== "");
  if (installations?.length === 0) return t("No account has this pack installed yet.");
  if (!isRerelease) return t("This is the first release of the pack.");
  const accounts = installations
    ? t("{0} accounts that have the pack installed", installations.length)
    : t("All accounts that have the pack installed");
  const who = installations?.length === 1 ? t("1 account that has the pack installed") : accounts;
  if (stored.option === "immediate") return t("{0}: updated at once.", who);
  switch (shown.capabilities.pendingUpdates) {
    case "here":
      return t(
        "{0}: a pending update until then, which can be applied early for testing; updated on that date.",
        who,
      );
    case "byAccounts":
      return t(
        "{0}: a pending update until then, which the accounts can apply early; updated on that date.",
        who,
      );
    case "none":
      return t("{0}: updated on that date.", who);
  }
}
