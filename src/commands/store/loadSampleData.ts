import { t } from "@vscode/l10n";
import type { Call, Services } from "../command.ts";
import { importFile } from "./importFile.ts";

/** Loads the sample packs that come with the extension. */
export async function loadSampleData(services: Services, { byPerson }: Call): Promise<void> {
  const { samples } = await services.snapshotFiles();
  await importFile(services, samples, t("the sample packs"), byPerson);
}
