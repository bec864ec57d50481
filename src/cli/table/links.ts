import * as l10n from "@vscode/l10n";
import type { Option } from "../command.ts";

/** Asks for links into the editor. They show something and never act. */
export function links(): Option {
  return { flags: "--links", description: l10n.t("adds links that open the packs in VS Code") };
}
