import * as vscode from "vscode";
import { DisposableOwner } from "../base/disposable.ts";
import { oneLine } from "../model/text/visibleText.ts";
import { hoverMarkdown, type Hover } from "./hover.ts";
import { iconlessText } from "./plainText.ts";

/** What an item of the status bar shows. Texts may come from outside. */
export interface StatusContent {
  /** The name of the icon in front of the text. */
  readonly icon: string;
  readonly text: string;
  readonly hover: Hover;
  /** The item for a screen reader. */
  readonly spoken: string;
}

/** An item at the left of the status bar; hidden until it shows something. */
export class StatusItem extends DisposableOwner {
  readonly #item: vscode.StatusBarItem;

  /** `name` is what the menu of the status bar calls the item, `command` what a click runs. */
  constructor(id: string, name: string, command: string) {
    super();
    this.#item = this.register(vscode.window.createStatusBarItem(id, vscode.StatusBarAlignment.Left));
    this.#item.name = name;
    this.#item.command = command;
  }

  show({ icon, text, hover, spoken }: StatusContent): void {
    this.#item.text = `$(${icon}) ${iconlessText(text)}`;
    this.#item.tooltip = hoverMarkdown(hover);
    this.#item.accessibilityInformation = { label: oneLine(spoken) };
    this.#item.show();
  }

  hide(): void {
    this.#item.hide();
  }
}
