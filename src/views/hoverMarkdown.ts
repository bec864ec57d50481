import * as vscode from "vscode";

/** Markdown that shows a text literally, without markup, links or commands. */
export function plainMarkdown(text: string): vscode.MarkdownString {
  return new vscode.MarkdownString().appendText(text);
}

/** A hover with a bold title, a `name: value` line for each fact, and a closing text; all of it shown literally. */
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
