import { t } from "@vscode/l10n";
import { errors } from "./errors.ts";

/** Creates the errors of links that open something in the editor. */
export const linkErrors = {
  unknownLink: () =>
    errors.invalidRequest(
      t("This link does not lead to an integration pack or a release plan. Nothing was opened."),
    ),
  outsideWorkspace: () =>
    errors.invalidRequest(
      t(
        "A link opens only a release plan inside the folder that is open, by its relative path and without symbolic links. Nothing was opened.",
      ),
    ),
  fileNotFound: (file: string) =>
    errors.notFound(
      t(
        'There is no release plan "{0}" in this workspace. Open the folder that contains it, then open the link again.',
        file,
      ),
    ),
};
