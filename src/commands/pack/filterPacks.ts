import { t } from "@vscode/l10n";
import { filterStates } from "../../model/pack/packFilter.ts";
import { askWhileTyping } from "../../ui/ask/liveText.ts";
import type { Services } from "../command.ts";

/** Asks for a filter of the packs view and applies it while it is typed. Escape restores the previous filter. */
export async function filterPacks({ packsView }: Services): Promise<void> {
  const before = packsView.filter;
  const accepted = await askWhileTyping({
    title: t("Filter Packs"),
    prompt: t("Part of a name, or a state: {0}", filterStates.join(", ")),
    value: before,
    onDidChange: (value) => packsView.setFilter(value),
  });
  if (!accepted) packsView.setFilter(before);
}
