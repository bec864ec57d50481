import { t } from "@vscode/l10n";
import { errors } from "./errors.ts";

/** Creates the errors of settings. */
export const settingErrors = {
  /** `expected` describes the values that the setting may have, such as "a text". */
  wrongValue: (setting: string, expected: string) =>
    errors.invalidRequest(
      t("The setting {0} has a value that it cannot have. Set it to {1}.", setting, expected),
    ),
};
