import { t } from "@vscode/l10n";
import { IntegrationPacksError } from "../../../src/errors/errors.ts";
import { checkReleaseDate } from "../../../src/model/schedule/releaseWindow.ts";

/** Why a release cannot be scheduled for what the user has typed, in a sentence; `""` when it can. */
export function dateProblem(date: string, timeZone: string): string {
  if (date === "") return t("Choose a date.");
  try {
    checkReleaseDate(date, timeZone, new Date());
    return "";
  } catch (error) {
    if (error instanceof IntegrationPacksError) return error.message;
    throw error;
  }
}
