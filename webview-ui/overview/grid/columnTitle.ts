import * as l10n from "@vscode/l10n";
import { describeTrigger } from "../../../src/model/release/describeTrigger.ts";
import type { MatrixColumn } from "../../../src/model/overview/releaseMatrix.ts";
import { formatCalendarDate, formatDate, formatDateTime, formatTime } from "../../shared/formatDates.ts";

/** The title of a column in full, with the time of a release. */
export function columnTitle(column: MatrixColumn): string {
  switch (column.kind) {
    case "released":
      return formatDateTime(column.releasedAt);
    case "current":
      return l10n.t("Current");
    case "scheduled":
      return l10n.t("Scheduled for {0}", formatCalendarDate(column.date));
    case "pending":
      return l10n.t("Pending");
  }
}

/** The two lines of a column's header. */
export function columnLines(column: MatrixColumn): readonly [string, string] {
  switch (column.kind) {
    case "released":
      return [formatDate(column.releasedAt), column.plan?.name ?? howReleased(column)];
    case "current":
      return [l10n.t("Current"), l10n.t("released elsewhere")];
    case "scheduled":
      return [formatDate(`${column.date}T00:00:00`), l10n.t("scheduled")];
    case "pending":
      return [l10n.t("Pending"), l10n.t("next release")];
  }
}

/** In a word: the time of an immediate release, or that a release was scheduled or late. */
function howReleased({ trigger, releasedAt }: Extract<MatrixColumn, { kind: "released" }>): string {
  switch (trigger) {
    case "immediate":
      return formatTime(releasedAt);
    case "scheduled":
      return l10n.t("scheduled");
    case "late":
      return l10n.t("late");
  }
}

/** All that is known of a column, for its hover and for a screen reader. */
export function columnDescription(column: MatrixColumn): string {
  if (column.kind !== "released") return columnTitle(column);
  const { releasedBy, trigger, plan } = column;
  const title = l10n.t("{0}, {1}, by {2}", columnTitle(column), describeTrigger(trigger), releasedBy);
  return plan?.name === undefined ? title : l10n.t("{0}, from the plan {1}", title, plan.name);
}
