import * as vscode from "vscode";
import type { DocumentContent } from "./documentContent.ts";

/** The scheme of the read-only documents that comparisons and release notes consist of. */
export const documentScheme = "integration-packs";

/** The URI of a document. The path only names it: folders first, then what the tab is to say. */
export function documentUri(path: readonly string[], content: DocumentContent): vscode.Uri {
  return vscode.Uri.from({
    scheme: documentScheme,
    path: `/${path.map(asPathPart).join("/")}`,
    query: JSON.stringify(content),
  });
}

/** A name as one part of a path: without what would separate parts, go up, or turn the text around. */
function asPathPart(name: string): string {
  const part = name
    .replaceAll("/", "⁄")
    .replaceAll("\\", "⧵")
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, " ")
    .trim();
  return /^\.*$/.test(part) ? `_${part}` : part;
}
