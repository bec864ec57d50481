import * as vscode from "vscode";
import { asPlainText } from "./plainText.ts";

/** Asks a person, in a modal dialog, before an action that cannot be undone. Resolves to whether they agreed. */
export async function confirm(message: string, detail: string, agree: string): Promise<boolean> {
  const options = { modal: true, detail: asPlainText(detail) };
  return (await vscode.window.showWarningMessage(asPlainText(message), options, agree)) === agree;
}
