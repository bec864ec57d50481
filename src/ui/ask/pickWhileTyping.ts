import * as vscode from "vscode";
import { oneLine } from "../../model/text/visibleText.ts";
import { pickRow, type PickRow, type ValuePick } from "./pick.ts";

/** A question for one of several values, or for a text that has its effect while it is typed. */
export interface LiveQuestion {
  readonly title: string;
  readonly placeholder: string;
  /** The initial text. */
  readonly text: string;
  /** The pick that stands for the typed text, above all others. */
  readonly typed: (text: string) => ValuePick<string>;
  readonly picks: readonly ValuePick<string>[];
  readonly onDidType: (text: string) => void;
}

/** Asks for a value and passes on what is typed. Resolves to nothing when the person cancels. */
export function pickWhileTyping(question: LiveQuestion): Promise<string | undefined> {
  const { title, placeholder, text, typed, picks, onDidType } = question;
  const input = vscode.window.createQuickPick<PickRow<string>>();
  const rows = picks.map(pickRow);
  const showTyped = () => {
    input.items = [{ ...pickRow(typed(input.value)), alwaysShow: true }, ...rows];
  };
  input.title = oneLine(title);
  input.placeholder = oneLine(placeholder);
  input.value = text;
  showTyped();
  input.onDidChangeValue((value) => {
    showTyped();
    onDidType(value);
  });
  return new Promise((resolve) => {
    input.onDidAccept(() => {
      resolve(input.selectedItems[0]?.value);
      input.hide();
    });
    input.onDidHide(() => {
      resolve(undefined);
      input.dispose();
    });
    input.show();
  });
}
