import * as l10n from "@vscode/l10n";
import { markdownText } from "../text/markdown.ts";
import { changeNotes } from "./changeNotes.ts";
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
  const sections = [
    `# ${l10n.t("Release Notes: {0}", markdownText(packName))}`,
    markdownText(state),
    ...changeNotes(changes, "##"),
  ];
  return `${sections.join("\n\n")}\n`;
}
