import * as l10n from "@vscode/l10n";
import { listed } from "../../../src/base/language.ts";
import type { IntegrationPack } from "../../../src/model/pack/pack.ts";
import type { WizardStart } from "../../../src/protocol/wizard/wizardStart.ts";
import { formatDateTime } from "../../shared/formatDates.ts";
import { ScheduledNotice } from "../notices/scheduledNotice.tsx";
import { UnsettledNotice } from "../notices/unsettledNotice.tsx";
import type { WizardProps } from "../wizardProps.ts";

interface PackIntroductionProps extends Pick<WizardProps, "post"> {
  readonly pack: IntegrationPack;
  readonly start: WizardStart | undefined;
}

/** The pack, and where the versions come from if they are not the usual preselection. */
export function PackIntroduction({ pack, start, post }: PackIntroductionProps) {
  const { name, description, scheduled, unsettled } = pack;
  const isRunning = unsettled?.state === "running";
  return (
    <>
      <p class="pack-name">{name}</p>
      {description !== "" && <p class="description">{description}</p>}
      {unsettled && <UnsettledNotice unsettled={unsettled} post={post} />}
      {scheduled && !isRunning && <ScheduledNotice schedule={scheduled} />}
      {start?.rollBackTo !== undefined && (
        <p class="notice">
          {l10n.t("These are the versions of the release of {0}.", formatDateTime(start.rollBackTo))}
        </p>
      )}
      {start?.removed !== undefined && start.removed.length > 0 && (
        <p class="notice">{l10n.t("No longer in the pack, so not released: {0}", listed(start.removed))}</p>
      )}
    </>
  );
}
