import * as l10n from "@vscode/l10n";
import type { BackendReads } from "../../backend/backendReads.ts";
import { readPreselectedVersions } from "../../backend/readPreselectedVersions.ts";
import type { NotesDocument } from "../../comparison/notesDocument.ts";
import { canBeReleased, type IntegrationPack } from "../../model/pack/pack.ts";
import { findPastRelease } from "../../model/release/findPastRelease.ts";
import { pastReleases, type PastRelease } from "../../model/release/pastRelease.ts";
import { pick, type ValuePick } from "../../ui/ask/pick.ts";
import { formatCalendarDate } from "../../ui/dates.ts";
import { releaseBranch } from "../../ui/settings/settings.ts";
import { packIdOf } from "../ask/packIdOf.ts";
import { pickRelease } from "../ask/pickRelease.ts";
import { rowSubject } from "../ask/rowSubject.ts";
import { textArgument } from "../ask/textArgument.ts";
import type { Call, Services } from "../command.ts";

/** A release that has notes: the next, the scheduled, or a past one. */
type NotedRelease = "next" | "scheduled" | PastRelease;

/** The release notes that a command is about: from the row, from the arguments, or picked by a person. Nothing when they cancel. */
export async function releaseNotesOf(
  services: Services,
  { args, byPerson }: Call,
  title: string,
): Promise<NotesDocument | undefined> {
  const packId = await packIdOf(services, args[0], {
    title,
    offer: ({ componentCount }) => componentCount > 0,
    none: l10n.t("No integration pack has components."),
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
  const release = row.schedule
    ? "scheduled"
    : byPerson
      ? await pickNotedRelease(services, title, backend, pack)
      : await defaultRelease(backend, pack);
  if (release === undefined) return undefined;
  if (release === "next") {
    return notesOfNextRelease(pack, await readPreselectedVersions(backend, pack, releaseBranch()));
  }
  return release === "scheduled" ? notesOfScheduledRelease(pack) : notesOfPastRelease(pack, release);
}

/** The release for arguments that name only a pack: the scheduled one, else the latest, else the next. */
async function defaultRelease(backend: BackendReads, pack: IntegrationPack): Promise<NotedRelease> {
  if (pack.scheduled) return "scheduled";
  const [latest] = pastReleases(await backend.history(pack.packId));
  return latest ?? "next";
}

async function pickNotedRelease(
  services: Services,
  title: string,
  backend: BackendReads,
  pack: IntegrationPack,
): Promise<NotedRelease | undefined> {
  const releases = pastReleases(await backend.history(pack.packId));
  const picks: ValuePick<NotedRelease | "past">[] = [];
  if (pack.scheduled) {
    const label = l10n.t("Scheduled release ({0})", formatCalendarDate(pack.scheduled.date));
    picks.push({ label, value: "scheduled" });
  }
  if (canBeReleased(pack)) picks.push({ label: l10n.t("Pending release"), value: "next" });
  const none = l10n.t("This pack has no release.");
  if (picks.length === 0) return pickRelease(services, { title, none }, releases);
  if (releases.length > 0) picks.push({ label: l10n.t("Past release…"), value: "past" });
  const chosen = (await pick(title, picks, none, l10n.t("Select a release")))?.value;
  return chosen === "past" ? pickRelease(services, { title, none }, releases) : chosen;
}
