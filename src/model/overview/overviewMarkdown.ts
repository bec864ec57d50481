import * as l10n from "@vscode/l10n";
import type { PackProperties } from "../pack/pack.ts";
import { changeNotes } from "../release/changeNotes.ts";
import type { VersionChange } from "../release/versionChange.ts";
import { markdownParagraphs, markdownText } from "../text/markdown.ts";
import { matrixMarkdown } from "./matrixDocuments.ts";
import type { ReleaseMatrix } from "./releaseMatrix.ts";

/** The notes of one release: what it is, as a sentence, and what it changes, unchanged components included. */
export interface OverviewNotes {
  readonly title: string;
  readonly changes: readonly VersionChange[];
}

/** What an overview says of a pack. */
export interface OverviewDocument {
  readonly pack: Pick<PackProperties, "name" | "description">;
  /** The state of the pack, as sentences. */
  readonly state: readonly string[];
  readonly matrix: ReleaseMatrix;
  readonly notes: readonly OverviewNotes[];
  /** Opens the pack in VS Code; left out where no link is wanted. */
  readonly link?: string | undefined;
  /** Further sections, as Markdown. */
  readonly sections: readonly string[];
}

/** Formats the overview of a pack as Markdown, for a mail, a ticket or a pull request. */
export function overviewMarkdown({ pack, state, matrix, notes, link, sections }: OverviewDocument): string {
  const parts = [
    `# ${markdownText(pack.name)}`,
    ...(link === undefined ? [] : [l10n.t("Open in VS Code: {0}", `<${link}>`)]),
    ...(pack.description.trim() === "" ? [] : [markdownParagraphs(pack.description.trim())]),
    ...(state.length === 0 ? [] : [state.map((sentence) => `- ${markdownText(sentence)}`).join("\n")]),
    ...(matrix.columns.length === 0
      ? [l10n.t("This pack has not been released yet.")]
      : [`## ${l10n.t("Releases")}`, matrixMarkdown(matrix)]),
    ...sections,
    ...notes.flatMap(({ title, changes }) => [`## ${markdownText(title)}`, ...changeNotes(changes, "###")]),
  ];
  return `${parts.join("\n\n")}\n`;
}
