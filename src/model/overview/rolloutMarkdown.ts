import * as l10n from "@vscode/l10n";
import { listed } from "../../base/language.ts";
import { presentStates } from "../installation/countInstallations.ts";
import { describeInstallationState } from "../installation/describeInstallation.ts";
import { readingSummary } from "../installation/readingSummary.ts";
import { describeRolloutBefore } from "../installation/rolloutBefore.ts";
import { compareCodeUnits } from "../text/compareCodeUnits.ts";
import { markdownText } from "../text/markdown.ts";
import { utcText } from "../text/utcText.ts";
import type { OverviewInstallations } from "./packOverview.ts";

/** How many accounts of one state a document names. */
const mostNamed = 50;

/** Which accounts have the pack, and what they had before its last release, as Markdown. */
export function rolloutMarkdown(installations: OverviewInstallations | undefined): string {
  if (!installations) return markdownText(l10n.t("Which accounts have this pack was not read yet."));
  const { accounts, asksEachAccount, readAt } = installations;
  const states = presentStates(accounts).map(([state]) => {
    const names = accounts
      .filter((account) => account.state === state)
      .map(({ accountName }) => accountName)
      .sort(compareCodeUnits);
    return `- ${markdownText(stateLine(describeInstallationState(state), names))}`;
  });
  const before = describeRolloutBefore(accounts, asksEachAccount);
  return [
    markdownText(readingSummary({ accounts })),
    ...(states.length === 0 ? [] : [states.join("\n")]),
    ...(before === "" ? [] : [markdownText(before)]),
    markdownText(l10n.t("As of {0}", utcText(readAt))),
  ].join("\n\n");
}

/** The names of the accounts in a state. */
function stateLine(state: string, names: readonly string[]): string {
  const named = listed(names.slice(0, mostNamed));
  const others = names.length - mostNamed;
  return l10n.t("{0}: {1}", state, others > 0 ? l10n.t("{0} and {1} more", named, others) : named);
}
