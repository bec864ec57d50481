import { t } from "@vscode/l10n";
import type { Call, Services } from "../command.ts";
import { releaseNotesOf } from "./releaseNotesOf.ts";

/** Opens the notes of a pack's scheduled, next or past release. */
export async function openReleaseNotes(services: Services, call: Call): Promise<void> {
  const notes = await releaseNotesOf(services, call, t("Open Release Notes"));
  if (!notes) return;
  const { openNotes } = await import("../../comparison/notesDocument.ts");
  await openNotes(notes);
}
