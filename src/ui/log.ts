import * as vscode from "vscode";

/** What modules without VS Code need of the log. English, and never a secret in it. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string | Error): void;
}

export function createLog(): vscode.LogOutputChannel {
  return vscode.window.createOutputChannel("Integration Packs", { log: true });
}

/** The whole of an error for the log: its message, its cause and where it came from. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? "" : `\n  caused by: ${describeError(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}
