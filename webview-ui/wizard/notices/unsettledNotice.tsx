import * as l10n from "@vscode/l10n";
import type { UnsettledRelease } from "../../../src/model/pack/pack.ts";
import { formatDateTime } from "../../shared/formatDates.ts";
import type { WizardProps } from "../wizardProps.ts";

interface UnsettledNoticeProps extends Pick<WizardProps, "post"> {
  readonly unsettled: UnsettledRelease;
}

/** Says that a release of the pack is running, or that its outcome is unknown, before anything else is confirmed. */
export function UnsettledNotice({ unsettled, post }: UnsettledNoticeProps) {
  const { state, sentAt, sentBy } = unsettled;
  const when = formatDateTime(sentAt);
  return (
    <div class="notice warning" role="status">
      {state === "running" ? (
        <>
          <p>{l10n.t("A release of this pack is running. It was sent on {0} by {1}.", when, sentBy)}</p>
          <p>{l10n.t("Wait for its end. Until then, nothing can be released.")}</p>
        </>
      ) : (
        <>
          <p>
            {l10n.t(
              "The outcome of a release of this pack is unknown. It was sent on {0} by {1}.",
              when,
              sentBy,
            )}
          </p>
          <p>
            {l10n.t(
              "Look at the pack in Boomi before you go on. If the pack was released, confirming again can release it twice.",
            )}
          </p>
        </>
      )}
      <div class="buttons">
        <vscode-button appearance="secondary" onClick={() => post({ type: "reload" })}>
          {l10n.t("Refresh")}
        </vscode-button>
      </div>
    </div>
  );
}
