import * as vscode from "vscode";
import { oneLine } from "../../model/text/visibleText.ts";
import { showInformation } from "../notifications.ts";
import { iconlessText } from "../plainText.ts";
import { answered, type Answer } from "./confirmed.ts";

/** A row of a quick pick, with the value that it stands for. */
export interface ValuePick<T> {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  /** The name of an icon in front of the label. */
  readonly icon?: string;
  /** Whether the row is chosen at first, where several can be. */
  readonly isChosen?: boolean;
  readonly value: T;
}

/** A row as VS Code shows it. */
export interface PickRow<T> extends vscode.QuickPickItem {
  readonly value: T;
}

/** The row of a pick. Only its own icon is one. */
export function pickRow<T>({ label, description, detail, icon, value }: ValuePick<T>): PickRow<T> {
  const text = iconlessText(label);
  return {
    label: icon === undefined ? text : `$(${icon}) ${text}`,
    ...(description !== undefined && { description: iconlessText(description) }),
    ...(detail !== undefined && { detail: iconlessText(detail) }),
    value,
  };
}

/**
 * Asks for one of the values; `placeholder` says what to do. Resolves to nothing when the person cancels. Without picks it shows the message `none`
 * instead.
 */
export async function pick<T>(
  title: string,
  picks: readonly ValuePick<T>[],
  none: string,
  placeholder: string,
): Promise<Answer<T> | undefined> {
  if (picks.length === 0) {
    void showInformation(none);
    return undefined;
  }
  const options = {
    title: oneLine(title),
    matchOnDescription: true,
    matchOnDetail: true,
    placeHolder: oneLine(placeholder),
  };
  const picked = await vscode.window.showQuickPick(picks.map(pickRow), options);
  return picked && answered(picked.value);
}
