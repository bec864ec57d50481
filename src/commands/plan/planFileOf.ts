import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { isPlanFile } from "../../plans/planFileSelector.ts";
import { askForFile } from "../../ui/ask/files.ts";
import { fileArgument } from "../ask/fileArgument.ts";
import type { Call } from "../command.ts";

/**
 * The plan file that a command is about: from the arguments, else the one that the active editor shows, else one that a person
 * picks. Nothing when the person cancels.
 *
 * @throws `InvalidRequest` for an argument that is no file
 */
export async function planFileOf({ args }: Call, title: string): Promise<vscode.Uri | undefined> {
  const given = fileArgument(args);
  if (given) return given;
  const shown = vscode.window.activeTextEditor?.document.uri;
  if (shown && isPlanFile(shown)) return shown;
  const filters = { [l10n.t("Release Plan")]: ["release-plan.json"] };
  return (await askForFile({ title, button: l10n.t("Select"), filters }))?.value;
}
