import * as l10n from "@vscode/l10n";
import type { NotesDocument } from "../../comparison/notesDocument.ts";
import { showStatusMessage } from "../../ui/showStatusMessage.ts";
import type { Call, Services } from "../command.ts";
import { releaseNotesOf } from "./releaseNotesOf.ts";

/** Copies the notes of a pack's scheduled, next or past release. Nobody is asked which for several selected packs. */
export async function copyReleaseNotes(services: Services, { rows, ...call }: Call): Promise<void> {
  const title = l10n.t("Copy Release Notes");
  const calls: Call[] = rows ? rows.map((row) => ({ args: [row], byPerson: false })) : [call];
  const found: NotesDocument[] = [];
  for (const each of calls) {
    const notes = await releaseNotesOf(services, each, title);
    if (notes) found.push(notes);
  }
  if (found.length === 0) return;
  const { copyNotes } = await import("../../comparison/notesDocument.ts");
  await copyNotes(await services.backend.get(), found);
  showStatusMessage(l10n.t("Release notes copied"));
}
