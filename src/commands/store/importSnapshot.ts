import * as l10n from "@vscode/l10n";
import { basename } from "node:path";
import { askForFile } from "../../ui/ask/files.ts";
import { fileArgument } from "../ask/fileArgument.ts";
import type { ReplacingCommand } from "../confirmation.ts";
import { importQuestion, readImport, replaceStore, type SnapshotImport } from "./snapshotImport.ts";
import { snapshotFilters } from "./snapshotFilters.ts";

/** Replaces the content of the store with a snapshot file. */
export const importSnapshot: ReplacingCommand<SnapshotImport> = {
  async find(services, { args }) {
    const file = fileArgument(args) ?? (await pickSnapshotFile());
    return file && readImport(services, file, basename(file.path));
  },
  question: importQuestion,
  act: replaceStore,
};

async function pickSnapshotFile() {
  const picked = await askForFile({
    title: l10n.t("Import Snapshot"),
    button: l10n.t("Import"),
    filters: snapshotFilters,
  });
  return picked?.value;
}
