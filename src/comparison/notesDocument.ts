import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { BackendReads } from "../backend/backendReads.ts";
import { scheduleErrors } from "../errors/scheduleErrors.ts";
import type { IntegrationPack, NamedPack } from "../model/pack/pack.ts";
import type { PlanReference } from "../model/plan/planReference.ts";
import type { ComponentVersions } from "../model/release/release.ts";
import type { PastRelease } from "../model/release/pastRelease.ts";
import { describeTrigger } from "../model/release/describeTrigger.ts";
import { releasedVersions, versionsAfterSchedule } from "../model/release/releasedVersions.ts";
import { withZone } from "../model/schedule/uncertainZone.ts";
import { utcText } from "../model/text/utcText.ts";
import type { DocumentContent } from "./documentContent.ts";
import { documentUri } from "./documentUri.ts";
import { readContent } from "./readDocument.ts";

/** The release notes of one release, which can be opened or copied. */
export interface NotesDocument {
  readonly title: string;
  readonly content: DocumentContent;
}

/** The notes of the next release, with the chosen versions. */
export function notesOfNextRelease(pack: IntegrationPack, after: ComponentVersions): NotesDocument {
  return notes(pack, l10n.t("next release"), l10n.t("Not released yet."), releasedVersions(pack), after);
}

/** The notes of the pack's scheduled release. @throws `NotFound` when there is none */
export function notesOfScheduledRelease(pack: IntegrationPack): NotesDocument {
  const { scheduled } = pack;
  if (!scheduled) throw scheduleErrors.notScheduled(pack.name);
  const state = l10n.t("Scheduled for {0}.", withZone(scheduled.date, scheduled));
  return notes(pack, scheduled.date, state, releasedVersions(pack), versionsAfterSchedule(pack));
}

/** The notes of a past release of the pack. */
export function notesOfPastRelease(pack: IntegrationPack, { release, previous }: PastRelease): NotesDocument {
  const releasedAt = utcText(release.releasedAt);
  const state = l10n.t("Released {0} ({1}).", releasedAt, describeTrigger(release.trigger));
  return notes(pack, releasedAt, state, previous?.versions ?? {}, release.versions);
}

/** The notes of everything between two sets of versions of the pack, such as two releases. `releases` names them. */
export function notesBetween(
  pack: NamedPack,
  releases: string,
  before: ComponentVersions,
  after: ComponentVersions,
): NotesDocument {
  return notes(pack, releases, releases, before, after);
}

/** The notes of all releases that come from the plan. */
export function notesOfPlan({ planHash, name }: PlanReference): NotesDocument {
  const title = l10n.t("{0}: release notes ({1})", name ?? l10n.t("Release Plan"), planHash.slice(0, 15));
  return { title, content: { kind: "planNotes", planHash } };
}

/** Opens the notes as a preview; as text where VS Code's own Markdown extension, which shows previews, is turned off. */
export async function openNotes({ title, content }: NotesDocument): Promise<void> {
  const uri = documentUri([`${title}.md`], content);
  const canPreview = vscode.extensions.getExtension("vscode.markdown-language-features") !== undefined;
  const viewType = canPreview ? "vscode.markdown.preview.editor" : "default";
  await vscode.commands.executeCommand("vscode.openWith", uri, viewType, { preview: false });
}

/** Copies the notes to the clipboard, one below the other. */
export async function copyNotes(backend: BackendReads, notes: readonly NotesDocument[]): Promise<void> {
  const texts: string[] = [];
  for (const { content } of notes) texts.push(await readContent(backend, content));
  await vscode.env.clipboard.writeText(texts.join("\n"));
}

function notes(
  { packId, name }: NamedPack,
  release: string,
  state: string,
  before: ComponentVersions,
  after: ComponentVersions,
): NotesDocument {
  const title = l10n.t("{0}: release notes ({1})", name, release);
  return { title, content: { kind: "releaseNotes", packId, state, before, after } };
}
