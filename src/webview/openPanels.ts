import * as v from "valibot";
import type * as vscode from "vscode";
import type { Disposable } from "../event.ts";

/** The panels of one kind that are open, by the id of what they show; one that is closed is forgotten. */
export class OpenPanels<Page extends Disposable> implements Disposable {
  readonly #pages = new Map<string, Page>();
  #isOver = false;

  get(id: string): Page | undefined {
    return this.#pages.get(id);
  }

  /** Keeps the page of a panel until the panel is closed, which it is at once when the extension has ended. */
  add(id: string, panel: vscode.WebviewPanel, page: Page): void {
    this.#pages.set(id, page);
    panel.onDidDispose(() => this.#pages.delete(id));
    if (this.#isOver) page.dispose();
  }

  /**
   * Brings back a panel after a reload of the window, with the id that `schema` finds in the state that its page kept. Closes
   * it when there is none, or when what it shows is open already.
   */
  restore(
    panel: vscode.WebviewPanel,
    state: unknown,
    schema: v.GenericSchema<unknown, string>,
    make: (id: string) => Page,
  ): void {
    const id = v.safeParse(schema, state);
    if (id.success && !this.#pages.has(id.output)) {
      this.add(id.output, panel, make(id.output));
    } else {
      panel.dispose();
    }
  }

  dispose(): void {
    this.#isOver = true;
    for (const page of [...this.#pages.values()]) page.dispose();
  }
}
