import * as vscode from "vscode";
import { oneLine } from "../model/text/visibleText.ts";
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

/** A name as one part of a path, without separators and `..`; VS Code shows it as the title of a tab. */
function asPathPart(name: string): string {
  const part = oneLine(name).replaceAll("/", "⁄").replaceAll("\\", "⧵").trim();
  return /^\.*$/.test(part) ? `_${part}` : part;
}
