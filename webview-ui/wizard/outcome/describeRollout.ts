import * as l10n from "@vscode/l10n";
import { listed } from "../../../src/base/language.ts";
import type { RolloutCounts } from "../../../src/model/installation/countInstallations.ts";
import { describeInstallationState } from "../../../src/model/installation/describeInstallation.ts";
import { countInState } from "../../../src/model/text/countInState.ts";
import type { Rollout } from "../../../src/protocol/wizard/wizardMessage.ts";

/** What the accounts with the pack ran before, and what they run now, in a sentence or two. */
export function describeRollout({ before, after }: Rollout): string {
  const now = describeCounts(after);
  const earlier = describeCounts(before);
  return earlier === now
    ? l10n.t("Accounts with this pack: {0}, as before.", now)
    : l10n.t("Accounts with this pack: {0}. Before: {1}.", now, earlier);
}

function describeCounts({ current, behind, updatePending, appliedEarly, unknown }: RolloutCounts): string {
  const parts = [
    [current, describeInstallationState("current")],
    [behind, describeInstallationState("behind")],
    [updatePending, describeInstallationState("updatePending")],
    [appliedEarly, describeInstallationState("appliedEarly")],
    [unknown, l10n.t("unknown")],
  ] as const;
  return listed(parts.filter(([count]) => count > 0).map(([count, state]) => countInState(count, state)));
}
