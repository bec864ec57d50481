import * as l10n from "@vscode/l10n";
import { errors } from "./errors.ts";

/** What is wrong with an argument by itself. These few errors are loaded with the extension; the others when they are needed. */
export const argumentErrors = {
  unknownInstallationType: () =>
    errors.invalidRequest(l10n.t("The type of an integration pack is SINGLE or MULTI.")),
  unknownDeploymentModel: () =>
    errors.invalidRequest(l10n.t("The deployment model of an integration pack is packaged or legacy.")),
  dateMissing: () =>
    errors.invalidRequest(l10n.t("A scheduled release needs a date. Give one in the form yyyy-MM-dd.")),
  immediateReleaseWithDate: () =>
    errors.invalidRequest(
      l10n.t("An immediate release has no date. Leave the date out, or schedule the release."),
    ),
};
