import * as l10n from "@vscode/l10n";
import { errors } from "./errors.ts";

/** Creates the errors of links that open something in the editor. */
export const linkErrors = {
  unknownLink: () =>
    errors.invalidRequest(
      l10n.t("This link does not lead to an integration pack or a release plan. Nothing was opened."),
    ),
  outsideWorkspace: () =>
    errors.invalidRequest(
      l10n.t(
        "A link opens only a release plan inside the folder that is open, by its relative path and without symbolic links. Nothing was opened.",
      ),
    ),
  fileNotFound: (file: string) =>
    errors.notFound(
      l10n.t(
        'There is no release plan "{0}" in this workspace. Open the folder that contains it, then open the link again.',
        file,
      ),
    ),
};
