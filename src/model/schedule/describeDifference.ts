import * as l10n from "@vscode/l10n";
import type { ConfirmedDifference } from "./confirmedState.ts";

/** A difference from the confirmed state as a sentence. */
export function describeDifference({ componentName, kind, confirmed, found }: ConfirmedDifference): string {
  switch (kind) {
    case "currentVersion":
      if (confirmed === "") return l10n.t('"{0}" was released as {1} since.', componentName, found);
      if (found === "") return l10n.t('"{0}" has no current version, not {1}.', componentName, confirmed);
      return l10n.t('The current version of "{0}" is {1}, not {2}.', componentName, found, confirmed);
    case "added":
      return l10n.t('"{0}" was added and released as {1}.', componentName, found);
    case "removed":
      return l10n.t('"{0}" is no longer in the pack.', componentName);
    case "markedDeleted":
      return l10n.t('"{0}" was marked Deleted.', componentName);
    case "undeleted":
      return l10n.t('"{0}" is no longer marked Deleted.', componentName);
  }
}
