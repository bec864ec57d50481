import { IntegrationPacksError } from "../../../errors/errors.ts";
import { releaseWindow, type ReleaseWindow } from "../../../model/schedule/releaseWindow.ts";
import type { Connection } from "../../sqlite/connection.ts";
import { inTransaction } from "../../sqlite/inTransaction.ts";
import { writeProperty } from "../../sqlite/properties.ts";
import { integer, text, type Row } from "../../sqlite/rows.ts";
import { hasWindowsOf } from "./hasWindowsOf.ts";

/** A schedule whose stored window is not the one of its date and zone. */
interface ChangedWindow {
  readonly packKey: number;
  readonly window: ReleaseWindow;
}

/**
 * Derives the windows of all schedules from date and zone again, in one transaction, if the rules of time zones are others than
 * those of the stored windows. Date and zone are what was promised; windows are stored so that an index finds what is due.
 *
 * `rules` is the version of the runtime's rules. Without one, the windows are compared each time.
 */
export function updateWindows(connection: Connection, rules: string | undefined): void {
  if (hasWindowsOf(connection, rules) || (rules === undefined && changedWindows(connection).length === 0))
    return;
  inTransaction(connection, "IMMEDIATE", () => {
    for (const { packKey, window } of changedWindows(connection)) writeWindow(connection, packKey, window);
    if (rules !== undefined) writeProperty(connection, "timeZoneRules", rules);
  });
}

function changedWindows(connection: Connection): ChangedWindow[] {
  return connection.all("SELECT * FROM schedule").flatMap((row) => {
    const window = windowOf(row);
    const isSame =
      window?.start.getTime() === integer(row, "window_start_ms") &&
      window.end.getTime() === integer(row, "window_end_ms");
    return window && !isSame ? [{ packKey: integer(row, "pack_key"), window }] : [];
  });
}

/** Nothing for a zone or a date that this runtime does not know: another one did, so its window stays. */
function windowOf(row: Row): ReleaseWindow | undefined {
  try {
    return releaseWindow(text(row, "date"), text(row, "time_zone"));
  } catch (error) {
    if (error instanceof IntegrationPacksError) return undefined;
    throw error;
  }
}

function writeWindow(connection: Connection, packKey: number, { start, end }: ReleaseWindow): void {
  connection.run(
    `UPDATE schedule SET window_start = ?, window_start_ms = ?, window_end = ?, window_end_ms = ? WHERE pack_key = ?`,
    start.toISOString(),
    start.getTime(),
    end.toISOString(),
    end.getTime(),
    packKey,
  );
}
