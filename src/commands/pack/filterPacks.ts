import { t } from "@vscode/l10n";
import * as vscode from "vscode";
import { filterStates } from "../../model/pack/packFilter.ts";
import type { Services } from "../command.ts";

/** Asks for a filter of the packs view and applies it while it is typed. Escape restores the previous filter. */
export function filterPacks({ packsView }: Services): Promise<void> {
  const before = packsView.filter;
  const input = vscode.window.createInputBox();
  input.title = t("Filter Packs");
  input.prompt = t("Part of a name, or a state: {0}", filterStates.join(", "));
  input.value = before;
  return new Promise((resolve) => {
    let accepted = false;
    input.onDidChangeValue((value) => packsView.setFilter(value));
    input.onDidAccept(() => {
      accepted = true;
      input.hide();
    });
    input.onDidHide(() => {
      if (!accepted) packsView.setFilter(before);
      input.dispose();
      resolve();
    });
    input.show();
  });
}
