import * as l10n from "@vscode/l10n";
import { packNameKey, type PackSummary } from "./pack.ts";

/** The filter words that match a state instead of a name. */
const states: Readonly<Record<string, (pack: PackSummary) => boolean>> = {
  "@releasable": (pack) => pack.releasable,
  "@scheduled": (pack) => pack.scheduled !== undefined,
  "@released": (pack) => pack.released,
  "@unreleased": (pack) => !pack.released,
  "@legacy": (pack) => pack.deploymentModel === "legacy",
};

/** The filter words for states. */
export const filterStates: readonly string[] = Object.keys(states);

/** A filter as people read it: the name of a state, or the text itself. */
export function describeFilter(filter: string): string {
  switch (filter) {
    case "@releasable":
      return l10n.t("Can Be Released");
    case "@scheduled":
      return l10n.t("Scheduled");
    case "@released":
      return l10n.t("Released");
    case "@unreleased":
      return l10n.t("Never Released");
    case "@legacy":
      return l10n.t("Legacy");
    default:
      return filter;
  }
}

/** Tests packs against a filter: each of its words must be a state of the pack or part of its name, in any letter case and Unicode form. */
export function packFilter(filter: string): (pack: PackSummary) => boolean {
  const words = packNameKey(filter).split(/\s+/).filter(Boolean);
  return (pack) => {
    const name = packNameKey(pack.name);
    return words.every((word) =>
      Object.hasOwn(states, word) ? states[word]?.(pack) === true : name.includes(word),
    );
  };
}
