import * as l10n from "@vscode/l10n";

/** How many things are in a state, such as "2 current". A text of its own, as not all languages put the number first. */
export function countInState(count: number, state: string): string {
  return l10n.t("{1} {0}", state, count);
}
