import * as l10n from "@vscode/l10n";
import type { ReleaseWindow } from "../../../src/model/schedule/releaseWindow.ts";
import { systemTimeZone } from "../../../src/model/schedule/timeZone.ts";
import { uncertainZoneReason } from "../../../src/model/schedule/uncertainZone.ts";
import { formatSpan } from "../../shared/formatDates.ts";

/** Says that nobody knows in which zone the date begins, and the span over all zones, in the user's own. */
export function UncertainSpan(window: ReleaseWindow) {
  const zone = systemTimeZone() ?? "UTC";
  return (
    <p>
      {uncertainZoneReason()}{" "}
      {l10n.t("The release runs at some time in {0} ({1}).", formatSpan(window, zone), zone)}
    </p>
  );
}
