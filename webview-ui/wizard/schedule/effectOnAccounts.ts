import * as l10n from "@vscode/l10n";
import { plural } from "../../../src/base/language.ts";
import type { WizardPack } from "../../../src/protocol/wizard/wizardPack.ts";
import type { WizardState } from "../state/wizardState.ts";

/** How the release affects the accounts that have the pack installed, as a sentence. */
export function effectOnAccounts({ stored, received }: WizardState, shown: WizardPack): string {
  const installations = received.sharing?.installations;
  const isRerelease = shown.pack.components.some(({ currentVersion }) => currentVersion !== "");
  if (installations?.length === 0) return l10n.t("No account has this pack installed yet.");
  if (!isRerelease) return l10n.t("This is the first release of the pack.");
  const count = installations?.length;
  if (stored.option === "immediate") return immediateUpdates(count);
  return shown.capabilities.pendingUpdates === "none" ? updatesOnDate(count) : pendingUpdates(count);
}

/** How many accounts an immediate release updates; undefined where the number is not known. */
function immediateUpdates(count: number | undefined): string {
  if (count === undefined) return l10n.t("Updates all accounts that have the pack installed immediately.");
  return plural(
    count,
    l10n.t("Updates {0} account immediately.", count),
    l10n.t("Updates {0} accounts immediately.", count),
  );
}

function updatesOnDate(count: number | undefined): string {
  if (count === undefined) return l10n.t("Updates all accounts that have the pack installed on that date.");
  return plural(
    count,
    l10n.t("Updates {0} account on that date.", count),
    l10n.t("Updates {0} accounts on that date.", count),
  );
}

function pendingUpdates(count: number | undefined): string {
  if (count === undefined) {
    return l10n.t(
      "All accounts that have the pack installed get a pending update now. It is applied automatically on that date.",
    );
  }
  return plural(
    count,
    l10n.t("{0} account gets a pending update now. It is applied automatically on that date.", count),
    l10n.t("{0} accounts get a pending update now. It is applied automatically on that date.", count),
  );
}
