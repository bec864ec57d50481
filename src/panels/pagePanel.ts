import * as v from "valibot";
import type * as vscode from "vscode";
import { DisposableOwner } from "../base/disposable.ts";
import type { Log } from "../base/log.ts";
import { showError } from "../ui/notifications.ts";
import { webviewPage, type PageName } from "./webviewPage.ts";

/** What every panel needs of the extension. */
export interface PageServices {
  readonly extensionUri: vscode.Uri;
  readonly log: Log;
}

/** A panel for one of our pages, which `load` shows: checks what the page says before it is used, and ends with the panel. */
export abstract class PagePanel<Request, Message, First = Message> extends DisposableOwner {
  readonly #panel: vscode.WebviewPanel;
  readonly #extensionUri: vscode.Uri;
  readonly #page: PageName;

  /** Only messages that are as `requests` says are answered. */
  protected constructor(
    { extensionUri, log }: PageServices,
    panel: vscode.WebviewPanel,
    page: PageName,
    requests: v.GenericSchema<unknown, Request>,
  ) {
    super();
    this.#panel = panel;
    this.#extensionUri = extensionUri;
    this.#page = page;
    panel.onDidDispose(() => this.dispose());
    this.register({ dispose: () => void panel.dispose() });
    this.register(
      panel.webview.onDidReceiveMessage(async (message) => {
        const request = v.safeParse(requests, message);
        if (request.success) {
          await this.answer(request.output).catch((error: unknown) => void showError(error));
        } else {
          log.warn(`The page "${page}" sent a message that is not known. It was ignored.`);
        }
      }),
    );
  }

  reveal(): void {
    this.#panel.reveal();
  }

  /** Shows the page: with `first`, if there is anything to begin with, it needs not wait for an answer. */
  protected load(first?: First): void {
    if (this.isDisposed) return;
    const { webview } = this.#panel;
    webview.html = webviewPage(webview, this.#extensionUri, this.#page, first);
  }

  protected abstract answer(request: Request): Promise<void>;

  protected get isLoaded(): boolean {
    return this.#panel.webview.html !== "";
  }

  /** Resolves to whether there was a page to send to: one that is hidden is gone until it is shown again. */
  protected async deliver(message: Message): Promise<boolean> {
    return !this.isDisposed && (await this.#panel.webview.postMessage(message));
  }

  /** Tells whether the panel is still open. */
  protected post(message: Message): boolean {
    if (this.isDisposed) return false;
    void this.#panel.webview.postMessage(message);
    return true;
  }
}
