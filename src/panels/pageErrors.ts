import * as l10n from "@vscode/l10n";
import { errors } from "../errors/errors.ts";

/** Creates the errors of requests of a page. */
export const pageErrors = {
  unknownRequest: () =>
    errors.invalidRequest(
      l10n.t(
        "The extension did not understand this request, so nothing was done. Reload the window, then try again.",
      ),
    ),
};
