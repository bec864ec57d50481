import { t } from "@vscode/l10n";
import * as vscode from "vscode";
import type { Backend } from "../../backend/backend.ts";
import type { NotesDocument } from "../../comparison/notesDocument.ts";
import type { IntegrationPack } from "../../model/pack/pack.ts";
import { findPastRelease } from "../../model/release/findPastRelease.ts";
import { pastReleases, type PastRelease } from "../../model/release/pastRelease.ts";
import { canBeReleased } from "../../model/pack/pack.ts";
import { formatCalendarDate } from "../../ui/dates.ts";
import type { Call, Services } from "../command.ts";
import { packIdOf } from "../ask/pickers.ts";
import { pick } from "../ask/pick.ts";
import { pickRelease } from "../ask/pastReleases.ts";
import { rowSubject, textArgument } from "../ask/rowSubject.ts";

/** Which release the notes are of: the next, the scheduled, or one of the history. */
type Noted = "next" | "scheduled" | PastRelease;

const shortly = 3000;

/** Opens the release notes of a pack's scheduled, next or past release. */
export async function openReleaseNotes(services: Services, call: Call): Promise<void> {
  const notes = await notesFor(services, call, t("Open Release Notes"));
  if (!notes) return;
  const { openNotes } = await import("../../comparison/notesDocument.ts");
  await openNotes(notes);
}

/** Copies the same notes. */
export async function copyReleaseNotes(services: Services, call: Call): Promise<void> {
  const notes = await notesFor(services, call, t("Copy Release Notes"));
  if (!notes) return;
  const { copyNotes } = await import("../../comparison/notesDocument.ts");
  await copyNotes(await services.backend.get(), notes);
  vscode.window.setStatusBarMessage(t("Release notes copied"), shortly);
}

async function notesFor(
  services: Services,
  { args, byPerson }: Call,
  title: string,
): Promise<NotesDocument | undefined> {
  const packId = await packIdOf(services, args[0], {
    title,
    offer: ({ componentCount }) => componentCount > 0,
    none: t("No integration pack has components."),
  });
  if (packId === undefined) return undefined;
  const backend = await services.backend.get();
  const pack = await backend.getPack(packId);
  const { notesOfNextRelease, notesOfPastRelease, notesOfScheduledRelease } =
    await import("../../comparison/notesDocument.ts");
  const row = rowSubject(args[0]);
  const releaseId = row.releaseId ?? textArgument(args, 1);
  if (releaseId !== undefined) {
    return notesOfPastRelease(pack, findPastRelease(await backend.history(packId), releaseId, pack.name));
  }
  const noted = row.schedule
    ? "scheduled"
    : byPerson
      ? await pickNoted(services, title, backend, pack)
      : await mostLikely(backend, pack);
  if (noted === undefined) return undefined;
  if (noted === "next") return notesOfNextRelease(pack);
  return noted === "scheduled" ? notesOfScheduledRelease(pack) : notesOfPastRelease(pack, noted);
}

/** What code means that names a pack alone: what is scheduled, else what was released last, else what would be. */
async function mostLikely(backend: Backend, pack: IntegrationPack): Promise<Noted> {
  if (pack.scheduled) return "scheduled";
  const [latest] = pastReleases(await backend.history(pack.packId));
  return latest ?? "next";
}

async function pickNoted(
  services: Services,
  title: string,
  backend: Backend,
  pack: IntegrationPack,
): Promise<Noted | undefined> {
  const releases = pastReleases(await backend.history(pack.packId));
  const coming: { label: string; value: Noted | "past" }[] = [
    ...(pack.scheduled
      ? [
          {
            label: t("The release scheduled for {0}", formatCalendarDate(pack.scheduled.date)),
            value: "scheduled" as const,
          },
        ]
      : []),
    ...(canBeReleased(pack)
      ? [{ label: t("The next release, as it would be now"), value: "next" as const }]
      : []),
  ];
  const none = t("This pack has no release to write notes of.");
  if (coming.length === 0) return pickRelease(services, { title, none }, releases);
  const past = releases.length > 0 ? [{ label: t("A release of the history…"), value: "past" as const }] : [];
  const chosen = await pick(title, [...coming, ...past], none);
  return chosen === "past" ? pickRelease(services, { title, none }, releases) : chosen;
}
