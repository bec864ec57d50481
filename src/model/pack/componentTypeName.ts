import { t } from "@vscode/l10n";
import type { ComponentType } from "./pack.ts";

/** The name of a component type, for users. */
export function componentTypeName(type: ComponentType): string {
  return type === "process" ? t("Process") : t("API Service");
}
