import { oneLine } from "./visibleText.ts";

/** Spreadsheets read a file as UTF-8 only when it begins with this. */
const byteOrderMark = "\uFEFF";

/** A spreadsheet runs a cell that begins with one of these as a formula; an apostrophe makes it text. */
const formulaStart = /^\s*[=+\-@]/;

/** Formats rows as CSV (RFC 4180) for spreadsheets, each cell in one line. */
export function csv(rows: readonly (readonly string[])[]): string {
  return `${byteOrderMark}${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}

function cell(value: string): string {
  const text = oneLine(value);
  const safe = formulaStart.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
