import { isPrintableAscii, oneLine } from "../../model/text/visibleText.ts";
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
  const cells = rows.map((row) => row.map(toCell));
  const widths: number[] = [];
  for (const row of cells) {
    row.forEach(({ width }, at) => (widths[at] = Math.max(widths[at] ?? 0, width)));
  }
  return cells.map((row) =>
    row
      .map(({ text, width }, at) => text + " ".repeat((widths[at] ?? 0) - width))
      .join("  ")
      .trimEnd(),
  );
}

/** A cell with the number of its characters as people count them: an emoji or a letter with its accent is one. */
function toCell(content: string): { readonly text: string; readonly width: number } {
  const text = oneLine(content);
  return { text, width: isPrintableAscii(text) ? text.length : [...segmentsOf(text)].length };
}

let segmenter: Intl.Segmenter | undefined;

function segmentsOf(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: "grapheme" });
  return segmenter.segment(text);
}
