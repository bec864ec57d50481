import * as vscode from "vscode";

/** Markdown that shows the text as it is: no markup, no links, no commands. */
export function plainMarkdown(text: string): vscode.MarkdownString {
  return new vscode.MarkdownString().appendText(text);
}

/** A hover of a bold title, facts as `name: value` lines, and a text at the end; all of it shown as text. */
export function factsMarkdown(
  title: string,
  facts: readonly (readonly [name: string, value: string])[],
  closing = "",
): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString().appendMarkdown("**").appendText(title).appendMarkdown("**");
  for (const [name, value] of facts) {
    if (value === "") continue;
    markdown.appendMarkdown("\n\n").appendText(`${name}: ${value}`);
  }
  if (closing !== "") markdown.appendMarkdown("\n\n---\n\n").appendText(closing);
  return markdown;
}
