import { packNameKey, type PackSummary } from "./pack.ts";

/** The filter words that match a state instead of a name. */
const states: Readonly<Record<string, (pack: PackSummary) => boolean>> = {
  "@releasable": (pack) => pack.releasable,
  "@scheduled": (pack) => pack.scheduled !== undefined,
  "@released": (pack) => pack.released,
  "@unreleased": (pack) => !pack.released,
  "@legacy": (pack) => pack.deploymentModel === "legacy",
};

/** The filter words for states, to show in a hint. */
export const filterStates: readonly string[] = Object.keys(states);

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
