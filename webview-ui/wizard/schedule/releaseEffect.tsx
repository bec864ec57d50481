import { t } from "@vscode/l10n";
import { releaseWindow } from "../../../src/model/schedule/releaseWindow.ts";
import { systemTimeZone } from "../../../src/model/schedule/timeZone.ts";
import type { WizardPack } from "../../../src/protocol/wizard.ts";
import { ActionLink } from "../../shared/actionLink.tsx";
import { formatCalendarDate, formatInZone } from "../../shared/formatDates.ts";
import type { WizardProps } from "../wizardProps.ts";

interface ReleaseEffectProps extends WizardProps {
  readonly shown: WizardPack;
  /** The IANA zone of dates; undefined when none can be used. */
  readonly timeZone: string | undefined;
  /** Whether a release can be scheduled for the date. */
  readonly isDateComplete: boolean;
}

/** When the release runs, and how it affects the accounts that have the pack installed. */
export function ReleaseEffect(props: ReleaseEffectProps) {
  const { state, shown, timeZone, isDateComplete } = props;
  const { option, date } = state.stored;
  const { scheduled } = shown.pack;
  return (
    <div class="effect" aria-live="polite">
      {option === "date" && isDateComplete && timeZone !== undefined && (
        <Window {...props} timeZone={timeZone} />
      )}
      {(option === "immediate" || isDateComplete) && <p>{effectOnAccounts(props)}</p>}
      {scheduled && (
        <p class="notice warning">
          {option === "immediate"
            ? t(
                "The release scheduled for {0} ({1}) is replaced by this one: it will not be made.",
                formatCalendarDate(scheduled.date),
                scheduled.timeZone,
              )
            : t(
                "This changes the release scheduled for {0} ({1}).",
                formatCalendarDate(scheduled.date),
                scheduled.timeZone,
              )}
        </p>
      )}
      {option === "date" && date === "" && timeZone !== undefined && (
        <ZoneHint {...props} timeZone={timeZone} />
      )}
    </div>
  );
}

/** The release window in the scheduler's time zone, and in the user's own if that differs. */
function Window(props: ReleaseEffectProps & { readonly timeZone: string }) {
  const { state, shown, timeZone } = props;
  const { capabilities } = shown;
  const own = systemTimeZone();
  const { start, end } = releaseWindow(state.stored.date, timeZone);
  const inZone = (zone: string) => [formatInZone(start, zone), formatInZone(end, zone)] as const;
  if (capabilities.fixedTimeZone !== undefined) {
    return (
      <p>
        {t(
          "The release runs between midnight and 1 a.m. of {0}. Time zone: {1}",
          formatCalendarDate(state.stored.date),
          capabilities.fixedTimeZone,
        )}
      </p>
    );
  }
  return (
    <>
      <p>
        {t("The release runs between {0} and {1}, time zone {2}.", ...inZone(timeZone), timeZone)}{" "}
        {own !== undefined &&
          own !== timeZone &&
          t("In your own time zone ({2}): {0} to {1}.", ...inZone(own), own)}{" "}
        <ChangeTimeZone {...props} />
      </p>
    </>
  );
}

function ChangeTimeZone({ post }: ReleaseEffectProps) {
  return <ActionLink onActivate={() => post({ type: "selectTimeZone" })}>{t("Change Time Zone")}</ActionLink>;
}

function ZoneHint(props: ReleaseEffectProps & { readonly timeZone: string }) {
  const { timeZone } = props;
  const { capabilities } = props.shown;
  if (capabilities.fixedTimeZone !== undefined) {
    return <p class="secondary">{t("Time zone: {0}", capabilities.fixedTimeZone)}</p>;
  }
  return (
    <p class="secondary">
      {t("Dates are meant in the time zone {0}.", timeZone)} <ChangeTimeZone {...props} />
    </p>
  );
}

function effectOnAccounts({ state, shown }: ReleaseEffectProps): string {
  const installations = state.received.sharing?.installations;
  const isRerelease = shown.pack.components.some(({ currentVersion }) => currentVersion !== "");
  if (installations?.length === 0) return t("No account has this pack installed yet.");
  if (!isRerelease) return t("This is the first release of the pack.");
  const accounts = installations
    ? t("{0} accounts that have the pack installed", installations.length)
    : t("All accounts that have the pack installed");
  const who = installations?.length === 1 ? t("1 account that has the pack installed") : accounts;
  if (state.stored.option === "immediate") return t("{0}: updated at once.", who);
  return shown.capabilities.appliesPendingUpdates
    ? t(
        "{0}: a pending update until then, which can be applied early for testing; updated on that date.",
        who,
      )
    : t("{0}: a pending update until then, which the accounts can apply early; updated on that date.", who);
}
