import { t } from "@vscode/l10n";
import type { IntegrationPack } from "../../../src/model/pack/pack.ts";
import { withZone } from "../../../src/model/schedule/uncertainZone.ts";
import type { WizardStart } from "../../../src/protocol/wizard.ts";
import { formatCalendarDate, formatDateTime } from "../../shared/formatDates.ts";

interface PackIntroductionProps {
  readonly pack: IntegrationPack;
  readonly start: WizardStart | undefined;
}

/** The pack, and where the versions come from if they are not the usual preselection. */
export function PackIntroduction({ pack, start }: PackIntroductionProps) {
  const { name, description, scheduled } = pack;
  return (
    <>
      <p class="pack-name">{name}</p>
      {description !== "" && <p class="description">{description}</p>}
      {scheduled && (
        <p class="notice">
          {t(
            "A release of this pack is scheduled for {0}.",
            withZone(formatCalendarDate(scheduled.date), scheduled),
          )}
        </p>
      )}
      {start?.rollBackTo !== undefined && (
        <p class="notice">
          {t("These are the versions of the release of {0}.", formatDateTime(start.rollBackTo))}
        </p>
      )}
      {start?.removed !== undefined && start.removed.length > 0 && (
        <p class="notice">{t("Not in the pack any more, so not released: {0}", start.removed.join(", "))}</p>
      )}
    </>
  );
}
