import * as l10n from "@vscode/l10n";
import { IntegrationPacksError } from "../../errors/errors.ts";
import { checkReleaseDate } from "./releaseWindow.ts";

/** Checks the date that a person typed. Returns why a release cannot be scheduled for it, as a sentence, or nothing. */
export function releaseDateProblem(date: string, timeZone: string, now: Date): string | undefined {
  if (date === "") return l10n.t("Choose a date.");
  try {
    checkReleaseDate(date, timeZone, now);
    return undefined;
  } catch (error) {
    if (error instanceof IntegrationPacksError) return error.message;
    throw error;
  }
}
