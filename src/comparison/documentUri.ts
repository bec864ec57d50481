import * as vscode from "vscode";
import type { DocumentContent } from "./documentContent.ts";

/** The URI scheme of the read-only documents of comparisons and release notes. */
export const documentScheme = "integration-packs";

/** The URI of a document. Its path is only a name: folders, then the title of the tab. */
export function documentUri(path: readonly string[], content: DocumentContent): vscode.Uri {
  return vscode.Uri.from({
    scheme: documentScheme,
    path: `/${path.map(asPathPart).join("/")}`,
    query: JSON.stringify(content),
  });
}

/** A name as one part of a path, without separators, `..`, and characters that reverse the text. */
function asPathPart(name: string): string {
  const part = name
    .replaceAll("/", "⁄")
    .replaceAll("\\", "⧵")
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, " ")
    .trim();
  return /^\.*$/.test(part) ? `_${part}` : part;
}
