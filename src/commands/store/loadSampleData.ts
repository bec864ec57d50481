import { t } from "@vscode/l10n";
import type { Call, Services } from "../command.ts";
import { importSnapshotFile } from "./importSnapshotFile.ts";

/** Replaces the content of the store with the sample packs of the extension. */
export async function loadSampleData(services: Services, { byPerson }: Call): Promise<void> {
  const { samples } = await services.snapshotFiles();
  await importSnapshotFile(services, samples, t("the sample packs"), byPerson);
}
