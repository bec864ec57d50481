import * as l10n from "@vscode/l10n";
import { releaseWindow, uncertainWindow } from "../../../src/model/schedule/releaseWindow.ts";
import { systemTimeZone } from "../../../src/model/schedule/timeZone.ts";
import { uncertainZoneReason } from "../../../src/model/schedule/uncertainZone.ts";
import { ActionLink } from "../../shared/controls/actionLink.tsx";
import { formatCalendarDate, formatSpan } from "../../shared/formatDates.ts";
import type { WizardProps } from "../wizardProps.ts";
import { UncertainSpan } from "./uncertainSpan.tsx";

interface ReleaseTimeProps extends Pick<WizardProps, "post"> {
  /** `yyyy-MM-dd`; undefined while none is chosen. */
  readonly date: string | undefined;
  /** The IANA zone of dates. */
  readonly timeZone: string;
  /** Nobody knows in which zone the date begins. */
  readonly hasUncertainZone: boolean;
}

/** When a release of the date runs; without a date, in which zone dates begin. */
export function ReleaseTime(props: ReleaseTimeProps) {
  const { date, timeZone, hasUncertainZone } = props;
  if (date === undefined) {
    return (
      <p class="secondary">
        {hasUncertainZone ? (
          uncertainZoneReason()
        ) : (
          <>
            {l10n.t("Time zone: {0}", timeZone)} <ChangeTimeZone {...props} />
          </>
        )}
      </p>
    );
  }
  if (hasUncertainZone) {
    return (
      <>
        <p>{l10n.t("Boomi runs the release on {0}.", formatCalendarDate(date))}</p>
        <UncertainSpan {...uncertainWindow(date)} />
      </>
    );
  }
  return <Window {...props} date={date} />;
}

/** The release window in the zone of dates, and in the user's own if that differs. */
function Window(props: ReleaseTimeProps & { readonly date: string }) {
  const { date, timeZone } = props;
  const own = systemTimeZone();
  const window = releaseWindow(date, timeZone);
  return (
    <p>
      {l10n.t("Runs {0} ({1}).", formatSpan(window, timeZone), timeZone)}{" "}
      {own !== undefined &&
        own !== timeZone &&
        l10n.t("In your time zone: {0} ({1}).", formatSpan(window, own), own)}{" "}
      <ChangeTimeZone {...props} />
    </p>
  );
}

function ChangeTimeZone({ post }: Pick<WizardProps, "post">) {
  return (
    <ActionLink onActivate={() => post({ type: "selectTimeZone" })}>{l10n.t("Change Time Zone")}</ActionLink>
  );
}
