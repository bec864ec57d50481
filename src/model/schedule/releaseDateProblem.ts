import { t } from "@vscode/l10n";
import { IntegrationPacksError } from "../../errors/errors.ts";
import { checkReleaseDate } from "./releaseWindow.ts";

/** Why a release cannot be scheduled for the text that a person typed as its date, as a sentence; nothing when it can. */
export function releaseDateProblem(date: string, timeZone: string, now: Date): string | undefined {
  if (date === "") return t("Choose a date.");
  try {
    checkReleaseDate(date, timeZone, now);
    return undefined;
  } catch (error) {
    if (error instanceof IntegrationPacksError) return error.message;
    throw error;
  }
}
