import * as l10n from "@vscode/l10n";
import { listed, plural } from "../../base/language.ts";
import { mostCountedChanges, type PackSummary } from "../pack/pack.ts";
import { withZone } from "../schedule/uncertainZone.ts";
import { utcText } from "../text/utcText.ts";

/** The state of a pack as sentences, for a document that is passed on: instants in UTC. */
export function describeOverview(
  summary: Pick<PackSummary, "changeCount" | "released" | "lastReleasedAt" | "scheduled">,
  groups: readonly string[],
): string[] {
  const { changeCount, released, lastReleasedAt, scheduled } = summary;
  return [
    releaseSentence(released, lastReleasedAt),
    changesSentence(changeCount),
    ...(scheduled ? [l10n.t("A release is scheduled for {0}.", withZone(scheduled.date, scheduled))] : []),
    groups.length === 0
      ? l10n.t("The pack is in no account group.")
      : l10n.t("Account groups: {0}", listed(groups)),
  ];
}

function releaseSentence(released: boolean, lastReleasedAt: string | undefined): string {
  if (!released) return l10n.t("Never released.");
  return lastReleasedAt === undefined
    ? l10n.t("The date of the last release is not known.")
    : l10n.t("Last released {0}.", utcText(lastReleasedAt));
}

/** What a release would change, counted. */
export function changesSentence(changeCount: number): string {
  if (changeCount === 0) return l10n.t("A release would change nothing.");
  if (changeCount === mostCountedChanges) return l10n.t("A release would change more than 9 components.");
  return plural(
    changeCount,
    l10n.t("A release would change {0} component.", changeCount),
    l10n.t("A release would change {0} components.", changeCount),
  );
}
