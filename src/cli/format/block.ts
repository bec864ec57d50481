import { renderMarkdown } from "./renderMarkdown.ts";
import { renderText } from "./renderText.ts";
import type { Report } from "./report.ts";

/** A part of a result for people. Its texts may come from outside: each format makes them safe. */
export type Block =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string }
  /** Facts, each with its name. */
  | { readonly kind: "facts"; readonly facts: readonly (readonly [name: string, value: string])[] }
  | {
      readonly kind: "table";
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

/** A report that consists of blocks. */
export function blockReport(json: unknown, blocks: () => readonly Block[]): Report {
  return { json, text: (style) => renderText(blocks(), style), markdown: () => renderMarkdown(blocks()) };
}
