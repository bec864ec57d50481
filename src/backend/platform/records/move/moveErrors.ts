import * as l10n from "@vscode/l10n";
import { IntegrationPacksError } from "../../../../errors/errors.ts";

/** Creates the errors of moving records to a team. */
export const moveErrors = {
  underWay: () =>
    new IntegrationPacksError(
      "Conflict",
      l10n.t("The records were not moved: a release is under way. Wait for its end, then move them again."),
    ),
  movedElsewhere: (where: string) =>
    new IntegrationPacksError("Conflict", l10n.t("The records were moved before, to {0}.", where)),
};
