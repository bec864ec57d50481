/**
 * Escapes text for Markdown, in one line: nothing in it acts as markup, and control and directional characters are
 * visible.
 */
export function markdownText(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\p{Cc}\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069]/gu, visibly)
    .replace(/[\\`*_[\]<>&|~#$@]|:(?=[^\s\d])|(?<=\bwww)\./gi, "\\$&")
    .replace(/^[-+=]|(?<=^\d+)[.)](?=\s|$)/, "\\$&");
}

/** Formats text as a Markdown quotation with the same lines. */
export function markdownQuotation(text: string): string {
  const lines = text.split(/\r\n|[\r\n\u0085\u2028\u2029]/).map(markdownText);
  return lines
    .map((line, at) => {
      const endsHere = line === "" || (lines[at + 1] ?? "") === "";
      return line === "" ? ">" : `> ${line}${endsHere ? "" : "\\"}`;
    })
    .join("\n");
}

function visibly(character: string): string {
  return `‹U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}›`;
}
