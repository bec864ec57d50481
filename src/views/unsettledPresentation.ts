import * as l10n from "@vscode/l10n";
import type { UnsettledRelease } from "../model/pack/pack.ts";
import { formatDateTime } from "../ui/dates.ts";

/** A release whose end is not known, in a few words. */
export function describeUnsettled({ state }: UnsettledRelease): string {
  return state === "running" ? l10n.t("a release is running") : l10n.t("outcome of a release unknown");
}

/** A release whose end is not known, as the first words of a row. */
export function shortUnsettled({ state }: UnsettledRelease): string {
  return state === "running" ? l10n.t("releasing") : l10n.t("outcome unknown");
}

/** A release whose end is not known, as a fact of a hover: when and by whom it was sent, and what to do about it. */
export function unsettledFact(unsettled: UnsettledRelease): [name: string, value: string] {
  const { state, sentAt, sentBy } = unsettled;
  const at = formatDateTime(sentAt);
  return state === "running"
    ? [l10n.t("Release under way"), l10n.t("sent {0} by {1}; Boomi still runs it.", at, sentBy)]
    : [
        l10n.t("Release with an unknown outcome"),
        l10n.t(
          "sent {0} by {1}; no answer came. Look at the pack in Boomi before you release it again.",
          at,
          sentBy,
        ),
      ];
}
