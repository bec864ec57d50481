import * as vscode from "vscode";

/** A quick pick or an input box that gets its answer as soon as it is shown, or `undefined` to be cancelled. */
export class PlayedInput {
  title = "";
  placeholder = "";
  prompt = "";
  value = "";
  password = false;
  busy = false;
  enabled = true;
  step: number | undefined;
  totalSteps: number | undefined;
  canSelectMany = false;
  matchOnDescription = false;
  matchOnDetail = false;
  ignoreFocusOut = false;
  buttons: readonly vscode.QuickInputButton[] = [];
  validationMessage: string | undefined;
  items: readonly vscode.QuickPickItem[] = [];
  activeItems: readonly vscode.QuickPickItem[] = [];
  selectedItems: readonly vscode.QuickPickItem[] = [];
  readonly #accepted = new vscode.EventEmitter<void>();
  readonly #hidden = new vscode.EventEmitter<void>();
  readonly #value = new vscode.EventEmitter<string>();
  readonly #selected = new vscode.EventEmitter<readonly vscode.QuickPickItem[]>();
  readonly onDidAccept = this.#accepted.event;
  readonly onDidHide = this.#hidden.event;
  readonly onDidChangeValue = this.#value.event;
  readonly onDidChangeSelection = this.#selected.event;
  readonly onDidTriggerButton = new vscode.EventEmitter<vscode.QuickInputButton>().event;
  readonly #answer: (input: PlayedInput) => string | undefined;

  constructor(answer: (input: PlayedInput) => string | undefined) {
    this.#answer = answer;
  }

  /** Answers once the rows are there. */
  show(): void {
    setTimeout(() => {
      if (this.busy) this.show();
      else this.#play(this.#answer(this));
    });
  }

  #play(answer: string | undefined): void {
    if (answer === undefined) {
      this.hide();
      return;
    }
    this.value = answer;
    this.#value.fire(answer);
    this.selectedItems = this.items.filter(({ label }) => label === answer);
    this.activeItems = this.selectedItems;
    this.#selected.fire(this.selectedItems);
    this.#accepted.fire();
  }

  hide(): void {
    this.#hidden.fire();
  }

  dispose(): void {
    // Its events end with it.
  }
}
