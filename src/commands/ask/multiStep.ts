import * as vscode from "vscode";
import { asInputText } from "../../ui/plainText.ts";

/** Something to choose, with what choosing it means. */
export interface ValuePick<T> extends vscode.QuickPickItem {
  readonly value: T;
}

/** A question that is answered by one of several picks. */
export interface PickQuestion<T> {
  readonly placeholder: string;
  readonly picks: readonly ValuePick<T>[];
}

/** A question that is answered by a text. */
export interface TextQuestion {
  readonly prompt: string;
  /** What stands in the field at first. */
  readonly value?: string;
  /** What is wrong with the text, asked at every change; it cannot be entered until nothing is. */
  readonly problem?: (text: string) => string | undefined;
  /** What is wrong with the text, asked when it is entered; until the answer is there, the field is busy. */
  readonly check?: (text: string) => Promise<string | undefined>;
  /** Shows dots in place of what is typed. */
  readonly password?: boolean;
}

/** Leaves a question without an answer. */
class Left extends Error {
  readonly goesBack: boolean;

  constructor(goesBack: boolean) {
    super("The question was left.");
    this.goesBack = goesBack;
  }
}

/**
 * Asks what `ask` asks, one question after the other under one title. *Back* asks the question before again, with the
 * answer that it had. Resolves to nothing when the person cancels.
 */
export async function multiStep<T>(
  title: string,
  totalSteps: number,
  ask: (steps: Steps) => Promise<T>,
): Promise<T | undefined> {
  const steps = new Steps(title, totalSteps);
  for (;;) {
    try {
      return await ask(steps);
    } catch (error) {
      if (!(error instanceof Left)) throw error;
      if (!error.goesBack) return undefined;
      steps.goBack();
    }
  }
}

/** The questions of one multi-step input. Going back runs them again: those before are answered as they were. */
export class Steps {
  /** How many questions there are; an answer may change it. */
  totalSteps: number;
  readonly #title: string;
  /** The text entered, or the place of what was picked, for each question that was ever shown. */
  readonly #drafts: string[] = [];
  #position = 0;
  #answered = 0;

  constructor(title: string, totalSteps: number) {
    this.#title = title;
    this.totalSteps = totalSteps;
  }

  /** Makes the question before the present one the next that is shown. */
  goBack(): void {
    this.#answered = Math.max(0, this.#position - 1);
    this.#position = 0;
  }

  async pick<T>({ placeholder, picks }: PickQuestion<T>): Promise<T> {
    const before = picks[Number(this.#drafts[this.#position] ?? Number.NaN)];
    if (before && this.#isAnswered) return this.#next(before.value, this.#drafts[this.#position] ?? "");
    const input = vscode.window.createQuickPick<ValuePick<T>>();
    input.placeholder = placeholder;
    input.items = picks;
    input.matchOnDescription = true;
    input.matchOnDetail = true;
    if (before) input.activeItems = [before];
    const draft = () => String(picks.findIndex((each) => each === input.activeItems[0]));
    const picked = await this.#show(input, draft, () => input.selectedItems[0]);
    return this.#next(picked.value, String(picks.indexOf(picked)));
  }

  async text(question: TextQuestion): Promise<string> {
    const { prompt, value = "", problem = () => undefined } = question;
    const before = this.#drafts[this.#position];
    if (before !== undefined && this.#isAnswered) return this.#next(before, before);
    const input = vscode.window.createInputBox();
    const isFine = (found: string | undefined) => {
      input.validationMessage = found === undefined ? undefined : asInputText(found);
      return found === undefined;
    };
    const check = () => isFine(problem(input.value));
    input.password = question.password ?? false;
    input.prompt = asInputText(prompt);
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

  /** Another answer than before makes what followed it void. */
  #next<T>(answer: T, draft: string): T {
    if (this.#drafts[this.#position] !== draft) this.#drafts.length = this.#position;
    this.#drafts[this.#position] = draft;
    this.#position += 1;
    return answer;
  }

  /** Shows the input until it has an answer, or is left; then its draft is kept. */
  async #show<T>(
    input: vscode.QuickPick<ValuePick<unknown>> | vscode.InputBox,
    draft: () => string,
    answer: () => T | undefined | Promise<T | undefined>,
  ): Promise<T> {
    input.title = this.#title;
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
          reject(new Left(true));
        });
        input.onDidHide(() => reject(new Left(false)));
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
