import * as vscode from "vscode";
import { messageForUsers } from "../errors/errors.ts";

/** What a notification can offer to do. */
export interface NotificationAction {
  readonly title: string;
  readonly run: () => unknown;
}

/**
 * The text as text: VS Code would turn `[…](command:…)` in a notification into a link, and a directional control
 * character would turn the words around it; names from outside may hold both.
 */
export function asPlainText(text: string): string {
  return text
    .replaceAll("](", "]\u200B(")
    .replace(
      /[\u202A-\u202E\u2066-\u2069]/g,
      (control) => `‹U+${control.charCodeAt(0).toString(16).toUpperCase()}›`,
    );
}

/** The text for a place that reads `$(name)` as an icon, such as the label of a quick pick. */
export function withoutIcons(text: string): string {
  return text.replaceAll("$(", "\\$(");
}

export async function showInformation(message: string, ...actions: NotificationAction[]): Promise<void> {
  await run(actions, vscode.window.showInformationMessage(asPlainText(message), ...titles(actions)));
}

export async function showWarning(message: string, ...actions: NotificationAction[]): Promise<void> {
  await run(actions, vscode.window.showWarningMessage(asPlainText(message), ...titles(actions)));
}

/** Tells a failure: one that was foreseen in its own words, any other shortly; the log holds the rest. */
export async function showError(error: unknown, ...actions: NotificationAction[]): Promise<void> {
  await showErrorMessage(messageForUsers(error), ...actions);
}

export async function showErrorMessage(message: string, ...actions: NotificationAction[]): Promise<void> {
  await run(actions, vscode.window.showErrorMessage(asPlainText(message), ...titles(actions)));
}

/** Asks a person before something that cannot be taken back; resolves to whether they agreed. */
export async function confirm(message: string, detail: string, agree: string): Promise<boolean> {
  const options = { modal: true, detail: asPlainText(detail) };
  return (await vscode.window.showWarningMessage(asPlainText(message), options, agree)) === agree;
}

function titles(actions: readonly NotificationAction[]): string[] {
  return actions.map(({ title }) => title);
}

/** Nobody waits for what a notification offers, so a failure of it is told here. */
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
