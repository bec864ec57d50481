import type * as vscode from "vscode";

export function activate(_context: vscode.ExtensionContext): { apiVersion: 1 } {
  return { apiVersion: 1 };
}
