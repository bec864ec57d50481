import { markdownText } from "../../model/text/markdown.ts";
import type { Block } from "./block.ts";

/** The blocks as Markdown. */
export function renderMarkdown(blocks: readonly Block[]): string {
  return blocks.map((block) => `${linesOf(block).join("\n")}\n`).join("\n");
}

function linesOf(block: Block): string[] {
  switch (block.kind) {
    case "heading":
      return [`# ${markdownText(block.text)}`];
    case "paragraph":
      return [markdownText(block.text)];
    case "facts":
      return block.facts.map(([name, value]) => `- **${markdownText(name)}**: ${markdownText(value) || "–"}`);
    case "table":
      return [
        rowOf(block.columns.map(markdownText)),
        rowOf(block.columns.map(() => "---")),
        ...block.rows.map((row) => rowOf(row.map((cell) => markdownText(cell) || "–"))),
      ];
  }
}

function rowOf(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}
