import { t } from "@vscode/l10n";
import { errors } from "./errors.ts";

/** Creates the errors of release plans. */
export const planErrors = {
  invalidPlan: (path: string, problem: string) =>
    errors.invalidRequest(t("The release plan cannot be used: {0}: {1}", path, problem)),
};
