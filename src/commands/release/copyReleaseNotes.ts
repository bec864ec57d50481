import { t } from "@vscode/l10n";
import { showStatusMessage } from "../../ui/showStatusMessage.ts";
import type { Call, Services } from "../command.ts";
import { releaseNotesOf } from "./releaseNotesOf.ts";

/** Copies the notes of a pack's scheduled, next or past release. */
export async function copyReleaseNotes(services: Services, call: Call): Promise<void> {
  const notes = await releaseNotesOf(services, call, t("Copy Release Notes"));
  if (!notes) return;
  const { copyNotes } = await import("../../comparison/notesDocument.ts");
  await copyNotes(await services.backend.get(), notes);
  showStatusMessage(t("Release notes copied"));
}
