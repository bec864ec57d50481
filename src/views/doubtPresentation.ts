import * as l10n from "@vscode/l10n";
import type { PackDoubt } from "../model/pack/pack.ts";

/** Why it is not certain what a pack contains, as the first words of a row. */
export function shortDoubt(doubt: PackDoubt): string {
  return doubt === "leaving" ? l10n.t("components unclear") : l10n.t("components missing");
}

/** Why it is not certain what a pack contains, as a fact of a hover: what Boomi answers, and what to do about it. */
export function doubtFact(doubt: PackDoubt): [name: string, value: string] {
  return doubt === "leaving"
    ? [
        l10n.t("Components unclear"),
        l10n.t(
          "Boomi does not say which components leave with the next release. Change the pack or open its release wizard to say so.",
        ),
      ]
    : [
        l10n.t("Components missing"),
        l10n.t(
          "Boomi's answer does not contain all components. Nothing is changed or released until it does. Refresh.",
        ),
      ];
}
