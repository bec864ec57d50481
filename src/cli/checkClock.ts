import * as l10n from "@vscode/l10n";
import { IntegrationPacksError } from "../errors/errors.ts";

/** No earlier date can be right. */
const earliest = Date.UTC(2020, 0, 1);

/** Refuses to write dates by a clock that was never set. @throws `StoreUnavailable` */
export function checkClock(now: Date): void {
  if (now.getTime() >= earliest) return;
  throw new IntegrationPacksError(
    "StoreUnavailable",
    l10n.t(
      "The clock of this computer says {0}, so the dates of releases would be wrong. Nothing was changed. Set the clock.",
      now.toISOString(),
    ),
  );
}
