import * as vscode from "vscode";
import { oneLine } from "../../model/text/visibleText.ts";
import { answered, type Answer } from "./confirmed.ts";
import { limitSelection } from "./limitSelection.ts";
import { pickRow, type PickRow, type ValuePick } from "./pick.ts";

/** A question for up to `limit` of several values. */
export interface SeveralQuestion<T> {
  /** The title while `count` values are chosen; `isFull` right after more than the limit were. */
  readonly title: (count: number, isFull: boolean) => string;
  readonly placeholder: string;
  readonly limit: number;
  /** Whether choosing none is an answer. */
  readonly mayBeNone?: boolean;
  /** Reads the picks while the empty quick pick is shown, because reading thousands takes time. */
  readonly read: () => Promise<readonly ValuePick<T>[]>;
  /** Called instead of asking when there is nothing to pick. */
  readonly onNone: () => void;
}

/** Asks for several values. Resolves to nothing when the person cancels, or chooses none where that is no answer. @throws what `read` throws */
export function pickSeveral<T>(question: SeveralQuestion<T>): Promise<Answer<readonly T[]> | undefined> {
  const { limit, mayBeNone = false } = question;
  const input = vscode.window.createQuickPick<PickRow<T>>();
  let chosen: readonly PickRow<T>[] = [];
  const showCount = (isFull: boolean) => {
    input.title = oneLine(question.title(chosen.length, isFull));
  };
  input.canSelectMany = true;
  input.matchOnDescription = true;
  input.busy = true;
  input.placeholder = oneLine(question.placeholder);
  showCount(false);
  input.onDidChangeSelection((selected) => {
    const limited = limitSelection(chosen, selected, limit);
    const isFull = limited.length < selected.length;
    chosen = limited;
    if (isFull) input.selectedItems = limited;
    if (!isFull || limited.length === limit) showCount(isFull);
  });
  return new Promise((resolve, reject) => {
    input.onDidAccept(() => {
      resolve(chosen.length === 0 && !mayBeNone ? undefined : answered(chosen.map(({ value }) => value)));
      input.hide();
    });
    input.onDidHide(() => {
      resolve(undefined);
      input.dispose();
    });
    input.show();
    question.read().then(
      (picks) => {
        input.items = picks.map(pickRow);
        input.busy = false;
        chosen = input.items.filter((_row, at) => picks[at]?.isChosen === true).slice(0, limit);
        if (chosen.length > 0) input.selectedItems = chosen;
        showCount(false);
        if (picks.length > 0) return;
        input.hide();
        question.onNone();
      },
      (error: unknown) => {
        reject(error instanceof Error ? error : new Error(String(error)));
        input.hide();
      },
    );
  });
}
