import { t } from "@vscode/l10n";
import * as vscode from "vscode";
import type { Call, Services } from "../command.ts";
import { importFile } from "./snapshotFiles.ts";

/** Loads the sample packs that come with the extension. */
export function loadSampleData(services: Services, { byPerson }: Call): Promise<void> {
  const samples = vscode.Uri.joinPath(services.extensionUri, "media", "samples.integration-packs.json");
  return importFile(services, samples, t("the sample packs"), byPerson);
}
