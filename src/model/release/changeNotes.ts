import * as l10n from "@vscode/l10n";
import { utcText } from "../text/utcText.ts";
import { markdownQuotation, markdownText } from "../text/markdown.ts";
import type { PackagedVersion } from "../pack/packagedVersion.ts";
import type { ChangeKind } from "./changeKind.ts";
import { describeChangeKind } from "./describeChangeKind.ts";
import type { VersionChange } from "./versionChange.ts";

/** The mark of the headings of components; those of their versions are one level below. */
type NotesHeading = "##" | "###";

/**
 * The sections of release notes that say what changes, as Markdown: versions before and after, added and removed components,
 * and the notes of every version in between. Customers read them, so they name no developer. `changes`: the unchanged components included.
 */
export function changeNotes(changes: readonly VersionChange[], heading: NotesHeading): string[] {
  const changed = changes.filter(({ kind }) => kind !== "unchanged");
  return [
    versionsTable(changes),
    ...(changed.length === 0 ? [l10n.t("This release changes nothing.")] : []),
    ...list(`${heading} ${l10n.t("Added")}`, changed, "new"),
    ...list(`${heading} ${l10n.t("Removed")}`, changed, "removed"),
    ...changed.filter(({ kind }) => kind !== "removed").flatMap((change) => notesOf(change, heading)),
  ];
}

function versionsTable(changes: readonly VersionChange[]): string {
  const row = (...cells: string[]) => `| ${cells.join(" | ")} |`;
  return [
    row(l10n.t("Component"), l10n.t("Before"), l10n.t("After"), l10n.t("Change")),
    row("---", "---", "---", "---"),
    ...changes.map(({ componentName, from, to, kind }) =>
      row(
        markdownText(componentName),
        markdownText(from) || "–",
        markdownText(to) || "–",
        describeChangeKind(kind),
      ),
    ),
  ].join("\n");
}

function list(title: string, changed: readonly VersionChange[], wanted: ChangeKind): string[] {
  const names = changed.filter(({ kind }) => kind === wanted).map((change) => `- ${describe(change)}`);
  return names.length === 0 ? [] : [title, names.join("\n")];
}

function describe({ componentName, from, to }: VersionChange): string {
  return `${markdownText(componentName)} ${markdownText(to || from)}`;
}

function notesOf({ componentName, from, to, kind, passed }: VersionChange, heading: NotesHeading): string[] {
  const versions = kind === "new" ? markdownText(to) : `${markdownText(from)} → ${markdownText(to)}`;
  return [
    `${heading} ${l10n.t("{0}: {1}", markdownText(componentName), versions)}`,
    ...(kind === "rollBack" ? [l10n.t("Rolled back. This removes:")] : []),
    ...(passed.length === 0
      ? [l10n.t("These versions are no longer known.")]
      : passed.flatMap((version) => versionNotes(version, heading))),
  ];
}

function versionNotes(
  { packageVersion, createdDate, notes, deleted }: PackagedVersion,
  heading: NotesHeading,
): string[] {
  return [
    `${heading}# ${markdownText(packageVersion)}${deleted ? ` ${l10n.t("(deleted)")}` : ""}`,
    markdownText(l10n.t("Packaged {0}", utcText(createdDate))),
    notes.trim() === "" ? l10n.t("No notes.") : markdownQuotation(notes.trim()),
  ];
}
