import * as l10n from "@vscode/l10n";
import type { Notice } from "../state/wizardState.ts";

/** The heading of a notice, and what it says before the changes. */
export interface NoticeTexts {
  readonly heading: string;
  readonly introduction: string;
}

/** The texts of a notice, by its cause and by whether the pack changed. */
export function noticeTexts({ cause, changes }: Notice): NoticeTexts {
  const isSame = changes.length === 0;
  switch (cause) {
    case "others":
      return {
        heading: l10n.t("Pack Changed"),
        introduction: l10n.t("This pack was changed while the wizard was open:"),
      };
    case "reloaded":
      return {
        heading: l10n.t("The Release Was Interrupted"),
        introduction: isSame
          ? l10n.t(
              "The window was reloaded while the release was sent. The pack is as it was: nothing was released, or the release is still running.",
            )
          : l10n.t("The window was reloaded while the release was sent. The pack changed since then:"),
      };
    case "unknown":
      return {
        heading: l10n.t("The Outcome Is Not Known"),
        introduction: isSame
          ? l10n.t(
              "The pack is as it was before the release was sent: nothing was released, or the release is still running.",
            )
          : l10n.t("The pack changed since the release was sent:"),
      };
  }
}
