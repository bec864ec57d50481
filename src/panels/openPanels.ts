import * as v from "valibot";
import * as vscode from "vscode";
import type { Disposable } from "../base/disposable.ts";
import { createPanel } from "../ui/createPanel.ts";
import type { OpenPanel, PanelKind } from "./panelKind.ts";
import type { PanelServices } from "./panelServices.ts";
import { webviewOptions } from "./webviewPage.ts";

/** The open panels of one kind, by the key of their subject. */
export class OpenPanels<Subject, Opening> implements Disposable {
  readonly #services: PanelServices;
  readonly #viewType: string;
  readonly #kind: PanelKind<Subject, Opening>;
  readonly #panels = new Map<string, OpenPanel<Opening>>();
  #isDisposed = false;

  constructor(services: PanelServices, viewType: string, kind: PanelKind<Subject, Opening>) {
    this.#services = services;
    this.#viewType = viewType;
    this.#kind = kind;
  }

  /** Opens a panel, or shows the one that is open for the same subject. */
  open(opening: Opening): void {
    const subject = this.#kind.subjectOf(opening);
    const open = this.#panels.get(this.#kind.keyOf(subject));
    if (open) {
      open.show(opening);
      return;
    }
    const title = this.#kind.titleOf(opening);
    // VS Code would load the document a second time if the options were set later.
    const options = webviewOptions(this.#services.extensionUri);
    const panel = createPanel(this.#viewType, title, options);
    this.#add(panel, subject, opening);
  }

  /** Restores a panel after a reload of the window. Closes it if its state names no subject or another panel shows it. */
  restore(panel: vscode.WebviewPanel, state: unknown): void {
    const subject = v.safeParse(this.#kind.storedSubject, state);
    if (!subject.success || this.#panels.has(this.#kind.keyOf(subject.output))) {
      panel.dispose();
      return;
    }
    panel.webview.options = webviewOptions(this.#services.extensionUri);
    this.#add(panel, subject.output);
  }

  dispose(): void {
    this.#isDisposed = true;
    for (const panel of [...this.#panels.values()]) panel.dispose();
  }

  /** Code that was still loading may open a panel after the extension ended; it is closed at once. */
  #add(panel: vscode.WebviewPanel, subject: Subject, opening?: Opening): void {
    const key = this.#kind.keyOf(subject);
    panel.iconPath = panelIcon(this.#services.extensionUri);
    const open = this.#kind.create(this.#services, panel, subject, opening);
    this.#panels.set(key, open);
    panel.onDidDispose(() => this.#panels.delete(key));
    if (this.#isDisposed) open.dispose();
  }
}

/** The icon of the tabs. A tab does not color it, so that there is one for light and one for dark themes. */
function panelIcon(extensionUri: vscode.Uri) {
  const icon = (theme: "light" | "dark") => vscode.Uri.joinPath(extensionUri, "media", `panel-${theme}.svg`);
  return { light: icon("light"), dark: icon("dark") };
}
