import * as vscode from "vscode";
import { showInformation } from "../../ui/notifications.ts";

/** A row of a quick pick, with the value that it stands for. */
export interface ValuePick<T> extends vscode.QuickPickItem {
  readonly value: T;
}

/**
 * Asks for one of the values. Resolves to nothing when the person cancels. Without picks it shows the message `none`
 * instead.
 */
export async function pick<T>(
  title: string,
  picks: readonly ValuePick<T>[],
  none: string,
  placeHolder?: string,
): Promise<T | undefined> {
  if (picks.length === 0) {
    void showInformation(none);
    return undefined;
  }
  const options = {
    title,
    matchOnDescription: true,
    matchOnDetail: true,
    ...(placeHolder !== undefined && { placeHolder }),
  };
  return (await vscode.window.showQuickPick(picks, options))?.value;
}
