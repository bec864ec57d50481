import * as l10n from "@vscode/l10n";
import type { ReleaseTrigger } from "./release.ts";

/** The trigger of a release in words. */
export function describeTrigger(trigger: ReleaseTrigger): string {
  switch (trigger) {
    case "immediate":
      return l10n.t("immediate");
    case "scheduled":
      return l10n.t("scheduled");
    case "late":
      return l10n.t("scheduled, late");
  }
}
