import * as l10n from "@vscode/l10n";
import { describeFilter, filterStates } from "../../model/pack/packFilter.ts";
import { pickWhileTyping } from "../../ui/ask/pickWhileTyping.ts";
import { countPacks } from "../../ui/counts.ts";
import { joinParts } from "../../ui/joinParts.ts";
import type { Services } from "../command.ts";

/**
 * Asks for a filter of the packs view: a state, or a text that is applied while it is typed. Escape restores the previous
 * filter.
 */
export async function filterPacks({ packsView }: Services): Promise<void> {
  const before = packsView.filter;
  const counts = await packsView.countMatches(filterStates);
  const filter = await pickWhileTyping({
    title: l10n.t("Filter Packs"),
    placeholder: l10n.t("Select a state, or type part of a name"),
    text: filterStates.includes(before) ? "" : before,
    typed: (text) =>
      text.trim() === ""
        ? { label: l10n.t("All Packs"), icon: "clear-all", value: "" }
        : { label: l10n.t('Name Contains "{0}"', text.trim()), icon: "search", value: text },
    picks: filterStates.map((word) => ({
      label: describeFilter(word),
      description: joinParts([countText(counts?.get(word)), word === before && l10n.t("current")]),
      icon: "filter",
      value: word,
    })),
    onDidType: (text) => packsView.setFilter(text),
  });
  packsView.setFilter(filter ?? before);
}

function countText(count: number | undefined): string {
  return count === undefined ? "" : countPacks(count);
}
