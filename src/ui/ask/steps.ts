import * as vscode from "vscode";
import { oneLine } from "../../model/text/visibleText.ts";
import { promptText } from "../plainText.ts";
import { pickRow, type PickRow, type ValuePick } from "./pick.ts";

/** A question with picks to choose from. */
export interface PickQuestion<T> {
  readonly placeholder: string;
  readonly picks: readonly ValuePick<T>[];
}

/** A question for a text. */
export interface TextQuestion {
  readonly prompt: string;
  /** The initial text. */
  readonly value?: string;
  /** The problem of the text, or nothing. Called at every change; a text with a problem is not accepted. */
  readonly problem?: (text: string) => string | undefined;
  /** The problem of the text, or nothing. Called when the text is entered; the input is busy until it resolves. */
  readonly check?: (text: string) => Promise<string | undefined>;
  /** Whether the input shows dots instead of the text. */
  readonly password?: boolean;
}

/** Thrown when the person leaves a question without an answer: by *Back* or by cancelling. */
export class QuestionLeft extends Error {
  readonly goesBack: boolean;

  constructor(goesBack: boolean) {
    super("The question was left.");
    this.goesBack = goesBack;
  }
}

/**
 * The questions of one multi-step input. After *Back* they run again from the first one: those before the previous question
 * return their earlier answers without being shown.
 */
export class Steps {
  /** The number of questions; an answer may change it. */
  totalSteps: number;
  readonly #title: string;
  /** The text, or the index of the pick, for each question that was shown. */
  readonly #drafts: string[] = [];
  /** The index of the current question. */
  #position = 0;
  /** How many questions return their earlier answers. */
  #answered = 0;

  constructor(title: string, totalSteps: number) {
    this.#title = title;
    this.totalSteps = totalSteps;
  }

  /** Makes the question before the current one the next to be shown. */
  goBack(): void {
    this.#answered = Math.max(0, this.#position - 1);
    this.#position = 0;
  }

  /** Asks for one of the picks. */
  async pick<T>({ placeholder, picks }: PickQuestion<T>): Promise<T> {
    const before = picks[Number(this.#drafts[this.#position] ?? Number.NaN)];
    if (before && this.#isAnswered) return this.#next(before.value, this.#drafts[this.#position] ?? "");
    const rows = picks.map(pickRow);
    const input = vscode.window.createQuickPick<PickRow<T>>();
    input.placeholder = oneLine(placeholder);
    input.items = rows;
    input.matchOnDescription = true;
    input.matchOnDetail = true;
    if (before) input.activeItems = rows.slice(picks.indexOf(before)).slice(0, 1);
    const draft = () => String(rows.findIndex((each) => each === input.activeItems[0]));
    const picked = await this.#show(input, draft, () => input.selectedItems[0]);
    return this.#next(picked.value, String(rows.indexOf(picked)));
  }

  /** Asks for a text. */
  async text(question: TextQuestion): Promise<string> {
    const { prompt, value = "", problem = () => undefined } = question;
    const before = this.#drafts[this.#position];
    if (before !== undefined && this.#isAnswered) return this.#next(before, before);
    const input = vscode.window.createInputBox();
    const isFine = (found: string | undefined) => {
      input.validationMessage = found === undefined ? undefined : promptText(found);
      return found === undefined;
    };
    const check = () => isFine(problem(input.value));
    input.password = question.password ?? false;
    input.prompt = promptText(prompt);
    input.value = before ?? value;
    input.onDidChangeValue(() => check());
    if (input.value !== "") check();
    const text = await this.#show(
      input,
      () => input.value,
      async () => {
        const entered = input.value;
        return check() && isFine(await whileBusy(input, () => question.check?.(entered)))
          ? entered
          : undefined;
      },
    );
    return this.#next(text, text);
  }

  get #isAnswered(): boolean {
    return this.#position < this.#answered;
  }

  /** Stores an answer and moves to the next question. A changed answer discards those of later questions. */
  #next<T>(answer: T, draft: string): T {
    if (this.#drafts[this.#position] !== draft) this.#drafts.length = this.#position;
    this.#drafts[this.#position] = draft;
    this.#position += 1;
    return answer;
  }

  /** Shows the input until it has an answer or is left. *Back* stores the draft. */
  async #show<T>(
    input: vscode.QuickPick<PickRow<unknown>> | vscode.InputBox,
    draft: () => string,
    answer: () => T | undefined | Promise<T | undefined>,
  ): Promise<T> {
    input.title = oneLine(this.#title);
    input.step = this.#position + 1;
    input.totalSteps = this.totalSteps;
    input.ignoreFocusOut = true;
    input.buttons = this.#position > 0 ? [vscode.QuickInputButtons.Back] : [];
    try {
      return await new Promise<T>((resolve, reject) => {
        const accept = async () => {
          const given = await answer();
          if (given !== undefined) resolve(given);
        };
        input.onDidAccept(() => void accept().catch(reject));
        input.onDidTriggerButton(() => {
          this.#drafts[this.#position] = draft();
          reject(new QuestionLeft(true));
        });
        input.onDidHide(() => reject(new QuestionLeft(false)));
        input.show();
      });
    } finally {
      input.dispose();
    }
  }
}

async function whileBusy<T>(input: vscode.InputBox, work: () => T | Promise<T>): Promise<T> {
  input.busy = true;
  input.enabled = false;
  try {
    return await work();
  } finally {
    input.busy = false;
    input.enabled = true;
  }
}
