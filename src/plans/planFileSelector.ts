import type * as vscode from "vscode";
import { planFileEnding } from "../model/plan/file/planFileName.ts";

/** The URI scheme of the read-only documents about plan files. */
export const planDocumentScheme = "integration-packs-plan";

/** The documents that are release plans: also a new one that was never saved, but not what a repository had earlier. */
export const planFileSelector: vscode.DocumentSelector = ["file", "untitled", "vscode-vfs"].map((scheme) => ({
  scheme,
  pattern: `**/*${planFileEnding}`,
}));

/** Whether a file is a release plan, by its name. */
export function isPlanFile({ scheme, path }: vscode.Uri): boolean {
  return path.endsWith(planFileEnding) && scheme !== "git" && !scheme.startsWith("integration-packs");
}
