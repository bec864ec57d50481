import assert from "node:assert/strict";
import * as vscode from "vscode";
import { PlayedInput } from "./playedInput.ts";

/** Something that a person is asked. */
export interface Prompt {
  readonly kind: "dialog" | "pick" | "text" | "openFile" | "saveFile";
  /** The message of a dialog, or the title of any other prompt. */
  readonly title: string;
  /** The text below the message of a dialog. */
  readonly detail?: string;
  /** The buttons of a dialog, or the labels of the rows of a quick pick. */
  readonly choices?: readonly string[];
}

/** An answer: the button of a dialog, the label of a row, a text, or the path of a file to save; nothing cancels. */
type Answer = string | undefined;

interface ExpectedPrompt {
  readonly kind: Prompt["kind"];
  readonly title: RegExp;
  readonly answer: Answer;
}

/**
 * Plays a person in the tests of the surrounding `describe`: VS Code refuses to show dialogs while it tests an extension. All
 * prompts of the extension arrive here. One that a test did not expect is cancelled and fails the test, and so does one that
 * it expected and that did not come.
 */
export class Answers {
  /** The prompts of the test so far. */
  readonly prompts: Prompt[] = [];
  readonly #expected: ExpectedPrompt[] = [];
  readonly #unexpected: string[] = [];

  constructor() {
    let windows: readonly (typeof vscode.window)[] = [];
    let originals: readonly object[] = [];
    beforeEach("play the answers", async () => {
      for (const list of [this.prompts, this.#expected, this.#unexpected]) list.length = 0;
      // VS Code 1.103 gives modules, such as the extension, an API object of their own.
      windows = [...new Set([vscode.window, (await import("vscode")).window])];
      originals = windows.map((window) => Object.fromEntries(played.map((name) => [name, window[name]])));
      for (const window of windows) this.#play(window);
    });
    afterEach("compare the prompts", () => {
      windows.forEach((window, at) => Object.assign(window, originals[at]));
      const missing = this.#expected.map(({ kind, title }) => `${kind} ${String(title)}`);
      assert.deepEqual({ unexpected: this.#unexpected, missing }, { unexpected: [], missing: [] });
    });
  }

  /** Expects a modal dialog next and presses a button; without one, cancels. */
  expectDialog(message: RegExp, button?: string): void {
    this.#expected.push({ kind: "dialog", title: message, answer: button });
  }

  /** Expects a quick pick next and picks the row with the label; without one, cancels. */
  expectPick(title: RegExp, label?: string): void {
    this.#expected.push({ kind: "pick", title, answer: label });
  }

  /** Expects an input box next and enters a text; without one, cancels. */
  expectText(title: RegExp, text?: string): void {
    this.#expected.push({ kind: "text", title, answer: text });
  }

  /** Expects a dialog for a file to save next and answers with the path; without one, cancels. */
  expectSaveFile(title: RegExp, path?: string): void {
    this.#expected.push({ kind: "saveFile", title, answer: path });
  }

  /** The only prompt of the test. */
  get prompt(): Prompt {
    assert.equal(this.prompts.length, 1, "the number of prompts");
    return this.prompts[0] ?? assert.fail();
  }

  #play(window: typeof vscode.window): void {
    const message = (text: string, ...rest: readonly unknown[]) => {
      const [options, ...buttons] = rest;
      if (!isModal(options)) return Promise.resolve(undefined);
      const choices = buttons.map(String);
      const detail = options.detail ?? "";
      return Promise.resolve(this.#answer({ kind: "dialog", title: text, detail, choices }));
    };
    Object.assign(window, {
      showInformationMessage: message,
      showWarningMessage: message,
      showErrorMessage: message,
      showQuickPick: (
        rows: readonly vscode.QuickPickItem[],
        { title = "" }: vscode.QuickPickOptions = {},
      ) => {
        const answer = this.#answer({ kind: "pick", title, choices: rows.map(({ label }) => label) });
        return Promise.resolve(rows.find(({ label }) => label === answer));
      },
      showInputBox: ({ title = "" }: vscode.InputBoxOptions = {}) =>
        Promise.resolve(this.#answer({ kind: "text", title })),
      showOpenDialog: ({ title = "" }: vscode.OpenDialogOptions = {}) =>
        Promise.resolve(void this.#answer({ kind: "openFile", title })),
      showSaveDialog: ({ title = "" }: vscode.SaveDialogOptions = {}) => {
        const answer = this.#answer({ kind: "saveFile", title });
        return Promise.resolve(answer === undefined ? undefined : vscode.Uri.file(answer));
      },
      createQuickPick: () =>
        new PlayedInput(({ title, items }) =>
          this.#answer({ kind: "pick", title, choices: items.map(({ label }) => label) }),
        ),
      createInputBox: () => new PlayedInput(({ title }) => this.#answer({ kind: "text", title })),
    });
  }

  #answer(prompt: Prompt): Answer {
    this.prompts.push(prompt);
    const [next] = this.#expected;
    if (next?.kind !== prompt.kind || !next.title.test(prompt.title)) {
      this.#unexpected.push(`${prompt.kind} ${prompt.title}`);
      return undefined;
    }
    this.#expected.shift();
    const { answer } = next;
    const isChoice =
      prompt.choices === undefined || typeof answer !== "string" || prompt.choices.includes(answer);
    if (!isChoice) this.#unexpected.push(`${prompt.kind} ${prompt.title} without ${answer}`);
    return isChoice ? answer : undefined;
  }
}

/** The functions of the VS Code API that ask a person. */
const played = [
  "showInformationMessage",
  "showWarningMessage",
  "showErrorMessage",
  "showQuickPick",
  "showInputBox",
  "showOpenDialog",
  "showSaveDialog",
  "createQuickPick",
  "createInputBox",
] as const;

function isModal(options: unknown): options is vscode.MessageOptions {
  return typeof options === "object" && options !== null && "modal" in options && options.modal === true;
}
