import * as vscode from "vscode";

/** The output channel _Integration Packs_, which the command _Show Log_ opens. */
export function createLog(): vscode.LogOutputChannel {
  return vscode.window.createOutputChannel("Integration Packs", { log: true });
}
