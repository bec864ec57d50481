import * as v from "valibot";
import type * as vscode from "vscode";
import { DisposableOwner } from "../dispose.ts";
import type { Log } from "../log.ts";
import { showError } from "../notifications.ts";
import { webviewOptions, webviewPage, type PageName } from "./webviewPage.ts";

/** What every panel needs of the extension. */
export interface PageServices {
  readonly extensionUri: vscode.Uri;
  readonly log: Log;
}

/** A panel that shows one of our pages: checks what the page says before it is used, and ends with the panel. */
export abstract class PagePanel<Request, Message> extends DisposableOwner {
  readonly #panel: vscode.WebviewPanel;

  /** Only messages that are as `requests` says are answered. */
  protected constructor(
    { extensionUri, log }: PageServices,
    panel: vscode.WebviewPanel,
    page: PageName,
    requests: v.GenericSchema<unknown, Request>,
  ) {
    super();
    this.#panel = panel;
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
    panel.webview.options = webviewOptions(extensionUri);
    panel.webview.html = webviewPage(panel.webview, extensionUri, page);
  }

  reveal(): void {
    this.#panel.reveal();
  }

  protected abstract answer(request: Request): Promise<void>;

  /** Tells whether there was still a page to send to. */
  protected post(message: Message): boolean {
    if (this.isDisposed) return false;
    void this.#panel.webview.postMessage(message);
    return true;
  }
}
