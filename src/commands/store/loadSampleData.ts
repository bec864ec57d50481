import * as l10n from "@vscode/l10n";
import type { ReplacingCommand } from "../confirmation.ts";
import { importQuestion, readImport, replaceStore, type SnapshotImport } from "./snapshotImport.ts";

/** Replaces the content of the store with the sample packs of the extension. */
export const loadSampleData: ReplacingCommand<SnapshotImport> = {
  async find(services) {
    const { samples } = await services.snapshotFiles();
    return readImport(services, samples, l10n.t("the sample packs"));
  },
  question: importQuestion,
  act: replaceStore,
};
