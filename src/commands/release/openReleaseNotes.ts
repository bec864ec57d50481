import * as l10n from "@vscode/l10n";
import type { Call, Services } from "../command.ts";
import { releaseNotesOf } from "./releaseNotesOf.ts";

/** Opens the notes of a pack's scheduled, next or past release. Nobody is asked which for several selected packs. */
export async function openReleaseNotes(services: Services, { rows, ...call }: Call): Promise<void> {
  for (const row of rows ?? []) await openNotesOf(services, { args: [row], byPerson: false });
  if (!rows) await openNotesOf(services, call);
}

async function openNotesOf(services: Services, call: Call): Promise<void> {
  const notes = await releaseNotesOf(services, call, l10n.t("Open Release Notes"));
  if (!notes) return;
  const { openNotes } = await import("../../comparison/notesDocument.ts");
  await openNotes(notes);
}
