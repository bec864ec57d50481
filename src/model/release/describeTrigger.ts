import { t } from "@vscode/l10n";
import type { ReleaseTrigger } from "./release.ts";

/** The trigger of a release in words. */
export function describeTrigger(trigger: ReleaseTrigger): string {
  switch (trigger) {
    case "immediate":
      return t("immediate");
    case "scheduled":
      return t("scheduled");
    case "late":
      return t("scheduled, late");
  }
}
