import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { markdownParagraphs, markdownText } from "../model/text/markdown.ts";

/** A hover with a bold title, a `name: value` line for each fact, and a closing text, which may have several lines. */
export interface Hover {
  readonly title?: string;
  /** A fact whose value is empty is left out. */
  readonly facts?: readonly (readonly [name: string, value: string])[];
  readonly closing?: string;
}

/** The hover as Markdown that shows every text literally: without markup, links, images or commands. */
export function hoverMarkdown({ title = "", facts = [], closing = "" }: Hover): vscode.MarkdownString {
  const parts = [
    ...(title === "" ? [] : [`**${markdownText(title)}**`]),
    ...facts
      .filter(([, value]) => value !== "")
      .map(([name, value]) => markdownText(l10n.t("{0}: {1}", name, value))),
  ];
  if (closing !== "") parts.push(...(parts.length > 0 ? ["---"] : []), markdownParagraphs(closing));
  return new vscode.MarkdownString(parts.join("\n\n"));
}
