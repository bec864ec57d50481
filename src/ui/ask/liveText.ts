import * as vscode from "vscode";
import { oneLine } from "../../model/text/visibleText.ts";
import { promptText } from "../plainText.ts";

/** A question for a text that has its effect while it is typed. */
export interface LiveTextQuestion {
  readonly title: string;
  readonly prompt: string;
  /** The initial text. */
  readonly value: string;
  readonly onDidChange: (value: string) => void;
}

/** Asks for a text and passes on every change. Resolves to whether the person accepted the text. */
export function askWhileTyping({ title, prompt, value, onDidChange }: LiveTextQuestion): Promise<boolean> {
  const input = vscode.window.createInputBox();
  input.title = oneLine(title);
  input.prompt = promptText(prompt);
  input.value = value;
  input.onDidChangeValue(onDidChange);
  return new Promise((resolve) => {
    input.onDidAccept(() => {
      resolve(true);
      input.hide();
    });
    input.onDidHide(() => {
      resolve(false);
      input.dispose();
    });
    input.show();
  });
}
