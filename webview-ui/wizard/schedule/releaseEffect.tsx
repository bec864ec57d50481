import * as l10n from "@vscode/l10n";
import { withZone } from "../../../src/model/schedule/uncertainZone.ts";
import type { WizardPack } from "../../../src/protocol/wizard/wizardPack.ts";
import { formatCalendarDate } from "../../shared/formatDates.ts";
import { Differences } from "../notices/differences.tsx";
import type { WizardProps } from "../wizardProps.ts";
import { effectOnAccounts } from "./effectOnAccounts.ts";
import { receiversOf } from "./receivers.ts";
import { ReleaseTime } from "./releaseTime.tsx";

interface ReleaseEffectProps extends WizardProps {
  readonly shown: WizardPack;
  /** The IANA zone of dates; undefined when none can be used. */
  readonly timeZone: string | undefined;
  /** Whether a release can be scheduled for the date. */
  readonly isDateComplete: boolean;
}

/** When the release runs, and how it affects the accounts that have the pack installed. */
export function ReleaseEffect({ state, post, shown, timeZone, isDateComplete }: ReleaseEffectProps) {
  const { option, date } = state.stored;
  const { scheduled } = shown.pack;
  const { sharing } = state.received;
  return (
    <div class="effect" aria-live="polite">
      {option === "date" && timeZone !== undefined && (isDateComplete || date === "") && (
        <ReleaseTime
          date={isDateComplete ? date : undefined}
          timeZone={timeZone}
          hasUncertainZone={shown.capabilities.hasUncertainZone === true}
          post={post}
        />
      )}
      {(option === "immediate" || isDateComplete) && <p>{effectOnAccounts(state, shown)}</p>}
      {sharing && receiversOf(sharing).map((sentence) => <p key={sentence}>{sentence}</p>)}
      {scheduled && (
        <div class="notice warning">
          <p>
            {option === "immediate"
              ? l10n.t(
                  "This replaces the release scheduled for {0}.",
                  withZone(formatCalendarDate(scheduled.date), scheduled),
                )
              : l10n.t(
                  "This changes the release scheduled for {0}.",
                  withZone(formatCalendarDate(scheduled.date), scheduled),
                )}
          </p>
          <Differences schedule={scheduled} />
        </div>
      )}
    </div>
  );
}
