import * as vscode from "vscode";
import { messageForUsers } from "../errors/errors.ts";
import { asPlainText } from "./plainText.ts";

/** A button of a notification. */
export interface NotificationAction {
  readonly title: string;
  readonly run: () => unknown;
}

export async function showInformation(message: string, ...actions: NotificationAction[]): Promise<void> {
  await run(actions, vscode.window.showInformationMessage(asPlainText(message), ...titles(actions)));
}

export async function showWarning(message: string, ...actions: NotificationAction[]): Promise<void> {
  await run(actions, vscode.window.showWarningMessage(asPlainText(message), ...titles(actions)));
}

/** Shows an error in the words of `messageForUsers`. */
export async function showError(error: unknown, ...actions: NotificationAction[]): Promise<void> {
  await showErrorMessage(messageForUsers(error), ...actions);
}

export async function showErrorMessage(message: string, ...actions: NotificationAction[]): Promise<void> {
  await run(actions, vscode.window.showErrorMessage(asPlainText(message), ...titles(actions)));
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
    await actions.find((action) => action.title === title)?.run();
  } catch (error) {
    void vscode.window.showErrorMessage(asPlainText(messageForUsers(error)));
  }
}
