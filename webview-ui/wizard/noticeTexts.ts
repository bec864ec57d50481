import { t } from "@vscode/l10n";
import type { Notice } from "./state/wizardState.ts";

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
        heading: t("Pack Changed"),
        introduction: t("This pack was changed while the wizard was open:"),
      };
    case "reloaded":
      return {
        heading: t("The Release Was Interrupted"),
        introduction: isSame
          ? t(
              "The window was reloaded while the release was sent. The pack is as it was: nothing was released, or the release is still running.",
            )
          : t("The window was reloaded while the release was sent. The pack changed since then:"),
      };
    case "unknown":
      return {
        heading: t("The Outcome Is Not Known"),
        introduction: isSame
          ? t(
              "The pack is as it was before the release was sent: nothing was released, or the release is still running.",
            )
          : t("The pack changed since the release was sent:"),
      };
  }
}
