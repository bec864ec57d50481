import { t } from "@vscode/l10n";
import { packagedVersionOf } from "../ask/packagedVersionOf.ts";
import { pickPackagedVersion } from "../ask/pickers.ts";
import type { Call, Services } from "../command.ts";

/** Opens the details of a packaged version; for a component's row, of the version that a release would carry. */
export async function viewDetails(services: Services, { args }: Call): Promise<void> {
  const version = await packagedVersionOf(services, args[0], () =>
    pickPackagedVersion(services, t("View Component Details")),
  );
  if (version) (await services.panels.details()).open(version);
}
