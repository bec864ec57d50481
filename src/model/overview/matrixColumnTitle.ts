import * as l10n from "@vscode/l10n";
import { utcText } from "../text/utcText.ts";
import type { MatrixColumn } from "./releaseMatrix.ts";

/** The title of a column in a document that is passed on: instants in UTC. */
export function matrixColumnTitle(column: MatrixColumn): string {
  switch (column.kind) {
    case "released":
      return utcText(column.releasedAt);
    case "current":
      return l10n.t("Current");
    case "scheduled":
      return l10n.t("Scheduled for {0}", column.date);
    case "pending":
      return l10n.t("Pending");
  }
}
