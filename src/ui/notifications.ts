import * as vscode from "vscode";
import { messageForUsers } from "../errors/errors.ts";
import { confirmedBy, type Confirmed } from "./ask/confirmed.ts";
import { linklessText } from "./plainText.ts";

/** A button of a notification. */
export interface NotificationAction {
  readonly title: string;
  /** Called when a person presses the button. Only a notification that names pack and effect uses `confirmed`. */
  readonly run: (confirmed: Confirmed) => unknown;
}

export async function showInformation(message: string, ...actions: NotificationAction[]): Promise<void> {
  await run(actions, vscode.window.showInformationMessage(linklessText(message), ...titles(actions)));
}

export async function showWarning(message: string, ...actions: NotificationAction[]): Promise<void> {
  await run(actions, vscode.window.showWarningMessage(linklessText(message), ...titles(actions)));
}

/** Shows an error in the words of `messageForUsers`. */
export async function showError(error: unknown, ...actions: NotificationAction[]): Promise<void> {
  await showErrorMessage(messageForUsers(error), ...actions);
}

export async function showErrorMessage(message: string, ...actions: NotificationAction[]): Promise<void> {
  await run(actions, vscode.window.showErrorMessage(linklessText(message), ...titles(actions)));
}

function titles(actions: readonly NotificationAction[]): string[] {
  return actions.map(({ title }) => title);
}

/** Runs the chosen action and shows its failure, because callers do not wait for notifications. */
async function run(
  actions: readonly NotificationAction[],
  answer: Thenable<string | undefined>,
): Promise<void> {
  const title = await answer;
  try {
    await actions.find((action) => action.title === title)?.run(confirmedBy("button"));
  } catch (error) {
    void vscode.window.showErrorMessage(linklessText(messageForUsers(error)));
  }
}
