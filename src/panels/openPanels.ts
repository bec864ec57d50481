import * as v from "valibot";
import * as vscode from "vscode";
import type { PanelId } from "../contributions.ts";
import type { Disposable } from "../base/disposable.ts";
import { webviewOptions } from "./webviewPage.ts";

/** The panels of one kind that are open, by the id of what they show; one that is closed is forgotten. */
export class OpenPanels<Page extends Disposable> implements Disposable {
  readonly #extensionUri: vscode.Uri;
  readonly #pages = new Map<string, Page>();
  #isOver = false;

  constructor(extensionUri: vscode.Uri) {
    this.#extensionUri = extensionUri;
  }

  get(id: string): Page | undefined {
    return this.#pages.get(id);
  }

  /** Opens a panel for the page that `make` makes. */
  open(id: string, panelId: PanelId, title: string, make: (panel: vscode.WebviewPanel) => Page): void {
    // What it may load goes with it: VS Code loads the document once more when that is changed.
    const options = webviewOptions(this.#extensionUri);
    const panel = vscode.window.createWebviewPanel(panelId, title, vscode.ViewColumn.Active, options);
    this.#add(id, panel, make(panel));
  }

  /**
   * Brings back a panel after a reload of the window, with the id that `schema` finds in the state that its page kept. Closes
   * it when there is none, or when what it shows is open already.
   */
  restore(
    panel: vscode.WebviewPanel,
    state: unknown,
    schema: v.GenericSchema<unknown, string>,
    make: (id: string, panel: vscode.WebviewPanel) => Page,
  ): void {
    const id = v.safeParse(schema, state);
    if (id.success && !this.#pages.has(id.output)) {
      panel.webview.options = webviewOptions(this.#extensionUri);
      this.#add(id.output, panel, make(id.output, panel));
    } else {
      panel.dispose();
    }
  }

  /** Keeps the page of a panel until the panel is closed, which it is at once when the extension has ended. */
  #add(id: string, panel: vscode.WebviewPanel, page: Page): void {
    this.#pages.set(id, page);
    panel.onDidDispose(() => this.#pages.delete(id));
    if (this.#isOver) page.dispose();
  }

  dispose(): void {
    this.#isOver = true;
    for (const page of [...this.#pages.values()]) page.dispose();
  }
}
