import type { PackSummary } from "./pack.ts";

/** Words in a filter that ask for a state instead of a name. */
const states: Readonly<Record<string, (pack: PackSummary) => boolean>> = {
  "@releasable": (pack) => pack.releasable,
  "@scheduled": (pack) => pack.scheduled !== undefined,
  "@released": (pack) => pack.released,
  "@unreleased": (pack) => !pack.released,
  "@legacy": (pack) => pack.deploymentModel === "legacy",
};

/** The filter's words for states, for a hint to the user. */
export const filterStates: readonly string[] = Object.keys(states);

/** A test for packs: every word of the filter must be a state that the pack has, or part of its name, in any letter case. */
export function packFilter(filter: string): (pack: PackSummary) => boolean {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  return (pack) => {
    const name = pack.name.toLowerCase();
    return words.every((word) =>
      Object.hasOwn(states, word) ? states[word]?.(pack) === true : name.includes(word),
    );
  };
}
