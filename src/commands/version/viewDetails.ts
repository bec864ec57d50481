import * as l10n from "@vscode/l10n";
import { packagedVersionOf } from "../ask/packagedVersionOf.ts";
import { pickPackVersion } from "../ask/pickPackVersion.ts";
import type { Call, Services } from "../command.ts";

/** Opens the details of a packaged version; for the row of a component, of the version that a release would contain. */
export async function viewDetails(services: Services, { args }: Call): Promise<void> {
  const version = await packagedVersionOf(services, args[0], () =>
    pickPackVersion(services, l10n.t("View Component Details")),
  );
  if (version) (await services.panels.details()).open(version);
}
