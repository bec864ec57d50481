import * as l10n from "@vscode/l10n";
import type { ComponentType } from "./pack.ts";

/** The name of a component type, for users. */
export function componentTypeName(type: ComponentType): string {
  return type === "process" ? l10n.t("Process") : l10n.t("API Service");
}
