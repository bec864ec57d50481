import { oneLine } from "../../model/text/visibleText.ts";
import type { Block } from "./block.ts";
import type { TextStyle } from "./report.ts";
import { bold } from "./color.ts";

/** The blocks as text for a terminal, with aligned columns. */
export function renderText(blocks: readonly Block[], style: TextStyle): string {
  return blocks.map((block) => `${linesOf(block, style).join("\n")}\n`).join("\n");
}

function linesOf(block: Block, style: TextStyle): string[] {
  switch (block.kind) {
    case "heading":
      return [bold(oneLine(block.text), style)];
    case "paragraph":
      return [oneLine(block.text)];
    case "facts":
      return alignColumns(block.facts.map(([name, value]) => [`${name}:`, value]));
    case "table":
      return alignColumns([block.columns, ...block.rows]).map((line, at) =>
        at === 0 ? bold(line, style) : line,
      );
  }
}

/** Two spaces between columns, none at the end of a line. */
function alignColumns(rows: readonly (readonly string[])[]): string[] {
  const safe = rows.map((row) => row.map(oneLine));
  const widths: number[] = [];
  for (const row of safe) {
    row.forEach((cell, at) => (widths[at] = Math.max(widths[at] ?? 0, widthOf(cell))));
  }
  return safe.map((row) =>
    row
      .map((cell, at) => cell + " ".repeat((widths[at] ?? 0) - widthOf(cell)))
      .join("  ")
      .trimEnd(),
  );
}

/** The number of characters as people count them: an emoji or a letter with its accent is one. */
function widthOf(text: string): number {
  return isAscii(text) ? text.length : [...segmentsOf(text)].length;
}

function isAscii(text: string): boolean {
  return /^[ -~]*$/.test(text);
}

let segmenter: Intl.Segmenter | undefined;

function segmentsOf(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: "grapheme" });
  return segmenter.segment(text);
}
