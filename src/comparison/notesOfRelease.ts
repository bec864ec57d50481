import { t } from "@vscode/l10n";
import * as vscode from "vscode";
import type { Backend } from "../backend/backend.ts";
import { releaseErrors } from "../errors/releaseErrors.ts";
import { scheduleErrors } from "../errors/scheduleErrors.ts";
import { utcText } from "../model/schedule/instants.ts";
import type { IntegrationPack } from "../model/pack/pack.ts";
import type { ComponentVersions, Release } from "../model/release/release.ts";
import {
  describeTrigger,
  pastReleases,
  releasedVersions,
  versionsAfterSchedule,
  type PastRelease,
} from "../model/release/releaseHistory.ts";
import { preselectedVersions } from "../model/release/preselection.ts";
import type { DocumentContent } from "./documentContent.ts";
import { documentUri } from "./documentUri.ts";
import { readContent } from "./readDocument.ts";

/** Release notes that can be opened or copied. */
export interface ReleaseNotes {
  readonly title: string;
  readonly content: DocumentContent;
}

/** The notes of what the next release would carry, or of what was chosen for it. */
export function notesOfNext(pack: IntegrationPack, chosen?: ComponentVersions): ReleaseNotes {
  const after = { ...preselectedVersions(pack), ...chosen };
  return notes(pack, t("next release"), t("Not released yet."), releasedVersions(pack), after);
}

/** The notes of the pack's scheduled release. @throws `NotFound` when there is none */
export function notesOfScheduled(pack: IntegrationPack): ReleaseNotes {
  const { scheduled } = pack;
  if (!scheduled) throw scheduleErrors.notScheduled(pack.name);
  const state = t("Scheduled for {0} ({1}).", scheduled.date, scheduled.timeZone);
  return notes(pack, scheduled.date, state, releasedVersions(pack), versionsAfterSchedule(pack));
}

/** The notes of a release of the pack's history. */
export function notesOfPast(pack: IntegrationPack, { release, previous }: PastRelease): ReleaseNotes {
  const made = utcText(release.releasedAt);
  const state = t("Released {0} by {1} ({2}).", made, release.releasedBy, describeTrigger(release.trigger));
  return notes(pack, made, state, previous?.versions ?? {}, release.versions);
}

/** The notes of the release with that id. @throws `NotFound` */
export function notesOfRelease(
  pack: IntegrationPack,
  history: readonly Release[],
  releaseId: string,
): ReleaseNotes {
  const past = pastReleases(history).find(({ release }) => release.releaseId === releaseId);
  if (!past) throw releaseErrors.releaseNotFound(releaseId, pack.name);
  return notesOfPast(pack, past);
}

/** Shows the notes in a tab of their own. */
export async function openNotes({ title, content }: ReleaseNotes): Promise<void> {
  const document = await vscode.workspace.openTextDocument(documentUri([`${title}.md`], content));
  await vscode.window.showTextDocument(document, { preview: false });
}

/** Puts the notes on the clipboard. */
export async function copyNotes(backend: Backend, { content }: ReleaseNotes): Promise<void> {
  await vscode.env.clipboard.writeText(await readContent(backend, content));
}

function notes(
  { packId, name }: IntegrationPack,
  which: string,
  state: string,
  before: ComponentVersions,
  after: ComponentVersions,
): ReleaseNotes {
  const title = t("{0}: release notes ({1})", name, which);
  return { title, content: { kind: "releaseNotes", packId, state, before, after } };
}
