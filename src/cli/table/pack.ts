import * as l10n from "@vscode/l10n";
import type { Parameter } from "../command.ts";

/** The argument that names a pack. */
export function pack(): Parameter {
  return {
    name: "PACK",
    description: l10n.t("the ID or the whole name of a pack; a name that several packs have is refused"),
    count: "one",
  };
}
