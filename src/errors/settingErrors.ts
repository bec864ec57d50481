import * as l10n from "@vscode/l10n";
import { errors } from "./errors.ts";

/** Creates the errors of settings. */
export const settingErrors = {
  /** `expected` describes the values that the setting may have, such as "a text". */
  wrongValue: (setting: string, expected: string) =>
    errors.invalidRequest(
      l10n.t("The value of the setting {0} is not valid. Set it to {1}.", setting, expected),
    ),
  foreignPath: (setting: string, path: string, example: string) =>
    errors.invalidRequest(
      l10n.t(
        'The setting {0} is "{1}", which is no path of this system. Set it to a path such as {2}.',
        setting,
        path,
        example,
      ),
    ),
  noHomeFolder: (setting: string, path: string) =>
    errors.invalidRequest(
      l10n.t(
        'The setting {0} is "{1}", but this user has no home folder. Set it to an absolute path.',
        setting,
        path,
      ),
    ),
};
