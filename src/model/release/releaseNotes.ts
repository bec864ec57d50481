import { t } from "@vscode/l10n";
import { utcText } from "../text/utcText.ts";
import { markdownQuotation, markdownText } from "../text/markdown.ts";
import type { PackagedVersion } from "../pack/packagedVersion.ts";
import type { ChangeKind } from "./changeKind.ts";
import type { VersionChange } from "./versionChange.ts";

/** The content of release notes. */
export interface NotedRelease {
  readonly packName: string;
  /** The state of the release as a sentence, such as its date. */
  readonly state: string;
  /** The changes, unchanged components included. */
  readonly changes: readonly VersionChange[];
}

/**
 * Formats release notes as Markdown: versions before and after, added and removed components, and the notes of every
 * version in between.
 */
export function releaseNotes({ packName, state, changes }: NotedRelease): string {
  const changed = changes.filter(({ kind }) => kind !== "unchanged");
  const sections = [
    `# ${t("Release Notes: {0}", markdownText(packName))}`,
    markdownText(state),
    versionsTable(changes),
    ...(changed.length === 0 ? [t("This release changes nothing.")] : []),
    ...list(t("Added"), changed, "new"),
    ...list(t("Removed"), changed, "removed"),
    ...changed.filter(({ kind }) => kind !== "removed").flatMap(notesOf),
  ];
  return `${sections.join("\n\n")}\n`;
}

function versionsTable(changes: readonly VersionChange[]): string {
  const row = (...cells: string[]) => `| ${cells.join(" | ")} |`;
  return [
    row(t("Component"), t("Before"), t("After"), t("Change")),
    row("---", "---", "---", "---"),
    ...changes.map(({ componentName, from, to, kind }) =>
      row(markdownText(componentName), markdownText(from) || "–", markdownText(to) || "–", kindText(kind)),
    ),
  ].join("\n");
}

function list(title: string, changed: readonly VersionChange[], wanted: ChangeKind): string[] {
  const names = changed.filter(({ kind }) => kind === wanted).map((change) => `- ${describe(change)}`);
  return names.length === 0 ? [] : [`## ${title}`, names.join("\n")];
}

function describe({ componentName, from, to }: VersionChange): string {
  return `${markdownText(componentName)} ${markdownText(to || from)}`;
}

function notesOf({ componentName, from, to, kind, passed }: VersionChange): string[] {
  const versions = kind === "new" ? markdownText(to) : `${markdownText(from)} → ${markdownText(to)}`;
  return [
    `## ${markdownText(componentName)}: ${versions}`,
    ...(kind === "rollBack" ? [t("Rolled back. What these versions brought is taken back:")] : []),
    ...(passed.length === 0
      ? [t("Nothing is known of these versions any more.")]
      : passed.flatMap(versionNotes)),
  ];
}

function versionNotes({ packageVersion, createdDate, createdBy, notes, deleted }: PackagedVersion): string[] {
  const made = t("{0} by {1}", utcText(createdDate), createdBy);
  return [
    `### ${markdownText(packageVersion)}${deleted ? ` ${t("(deleted)")}` : ""}`,
    markdownText(made),
    notes.trim() === "" ? t("No notes.") : markdownQuotation(notes.trim()),
  ];
}

function kindText(kind: ChangeKind): string {
  switch (kind) {
    case "new":
      return t("new");
    case "upgrade":
      return t("upgrade");
    case "rollBack":
      return t("roll-back");
    case "removed":
      return t("removed");
    case "unchanged":
      return t("unchanged");
  }
}
