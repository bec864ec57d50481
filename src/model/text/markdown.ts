import { oneLine } from "./visibleText.ts";

/**
 * Escapes text for Markdown, in one line: nothing in it acts as markup or becomes a link, and control and directional
 * characters are visible.
 */
export function markdownText(text: string): string {
  return oneLine(text.replace(/\s+/g, " ").trim())
    .replace(/[\\`*_[\]<>&|~#$@]|:(?=[^\s\d])|(?<=\bwww)\./gi, "\\$&")
    .replace(/^[-+=]|(?<=^\d+)[.)](?=\s|$)/, "\\$&");
}

/** Formats text as a Markdown quotation with the same lines. */
export function markdownQuotation(text: string): string {
  return markdownLines(text)
    .map((line) => (line === "" ? ">" : `> ${line}`))
    .join("\n");
}

/** Formats text as Markdown with the same lines; an empty line separates paragraphs. */
export function markdownParagraphs(text: string): string {
  return markdownLines(text).join("\n");
}

/** The lines as Markdown. A backslash at the end of a line keeps the next one from joining it. */
function markdownLines(text: string): string[] {
  const lines = text.split(/\r\n|[\r\n\u0085\u2028\u2029]/).map(markdownText);
  return lines.map((line, at) => {
    const endsHere = line === "" || (lines[at + 1] ?? "") === "";
    return line === "" || endsHere ? line : `${line}\\`;
  });
}
