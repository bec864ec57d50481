import * as vscode from "vscode";
import { oneLine } from "../../model/text/visibleText.ts";
import { confirmedBy, type Confirmed } from "./confirmed.ts";

/** A question for a modal dialog. */
export interface ModalQuestion {
  /** Names what the action changes and how, such as `Delete "Orders"?`. */
  readonly message: string;
  /** The paragraphs below it. A list has a line for each item. */
  readonly detail: readonly (string | readonly string[])[];
  /** The button that agrees, a verb. */
  readonly button: string;
}

/** How many lines of a list a dialog shows before it only counts the rest. */
const maximumLines = 20;

/**
 * Asks a person in a modal dialog. Each text is one line, so that no name can add a line of its own. Resolves to nothing
 * unless the person presses the button.
 */
export async function confirm({ message, detail, button }: ModalQuestion): Promise<Confirmed | undefined> {
  const paragraphs = detail.map((each) => (typeof each === "string" ? oneLine(each) : listText(each)));
  const options = { modal: true, detail: paragraphs.filter((text) => text !== "").join("\n\n") };
  const pressed = await vscode.window.showWarningMessage(oneLine(message), options, button);
  return pressed === button ? confirmedBy("dialog") : undefined;
}

function listText(lines: readonly string[]): string {
  const shown = lines.slice(0, maximumLines).map(oneLine);
  return [...shown, ...(lines.length > maximumLines ? [`… +${lines.length - maximumLines}`] : [])].join("\n");
}
