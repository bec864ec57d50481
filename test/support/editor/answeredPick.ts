import assert from "node:assert/strict";
import type * as vscode from "vscode";
import { Emitter } from "../../../src/base/event.ts";
import { window } from "./editorApi.ts";

/** A quick pick in which a person chooses rows and accepts them, or cancels where there is no choice. */
export class AnsweredPick {
  title = "";
  rows: readonly vscode.QuickPickItem[] = [];
  readonly #choose: ((rows: readonly vscode.QuickPickItem[]) => vscode.QuickPickItem[]) | undefined;

  constructor(choose: ((rows: readonly vscode.QuickPickItem[]) => vscode.QuickPickItem[]) | undefined) {
    this.#choose = choose;
  }

  /** Answers every quick pick that is shown while `work` runs. */
  async during(work: () => Promise<unknown>): Promise<void> {
    const before: unknown = Reflect.get(window, "createQuickPick");
    assert.ok(Reflect.set(window, "createQuickPick", () => this.#create()));
    try {
      await work();
    } finally {
      Reflect.set(window, "createQuickPick", before);
    }
  }

  #create() {
    const accepted = new Emitter<void>();
    const selected = new Emitter<readonly vscode.QuickPickItem[]>();
    const hidden = new Emitter<void>();
    const shown = {
      title: "",
      items: [] as readonly vscode.QuickPickItem[],
      onDidAccept: accepted.event,
      onDidChangeSelection: selected.event,
      onDidHide: hidden.event,
      // After the rows were read.
      show: () =>
        void setImmediate(() => {
          this.title = shown.title;
          this.rows = shown.items;
          if (this.#choose) {
            selected.fire(this.#choose(shown.items));
            accepted.fire();
          } else {
            hidden.fire();
          }
        }),
      hide: () => hidden.fire(),
      dispose: () => undefined,
    };
    return shown;
  }
}
