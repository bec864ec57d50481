import * as vscode from "vscode";
import { oneLine } from "../model/text/visibleText.ts";

/** A problem in a document. Its text may come from outside. */
export interface Problem {
  readonly range: vscode.Range;
  readonly text: string;
  readonly severity: "error" | "warning" | "information";
  /** What code actions find it by. */
  readonly code: string;
}

const severities = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
} as const;

/** The problem for VS Code, which shows its text as it is. */
export function diagnostic({ range, text, severity, code }: Problem): vscode.Diagnostic {
  const shown = new vscode.Diagnostic(range, oneLine(text), severities[severity]);
  shown.source = "Integration Packs";
  shown.code = code;
  return shown;
}
