import * as vscode from "vscode";
import { iconlessText } from "./plainText.ts";

/** How long the message stays, in ms. */
const duration = 3000;

/** Shows a message in the status bar for three seconds. */
export function showStatusMessage(message: string): void {
  vscode.window.setStatusBarMessage(iconlessText(message), duration);
}
