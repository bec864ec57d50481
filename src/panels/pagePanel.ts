import * as v from "valibot";
import type * as vscode from "vscode";
import { DisposableOwner } from "../base/disposable.ts";
import { messageForUsers } from "../errors/errors.ts";
import type { Refusal } from "../protocol/refusal.ts";
import { showError } from "../ui/notifications.ts";
import { errorCode } from "./errorCode.ts";
import { pageErrors } from "./pageErrors.ts";
import type { PanelServices } from "./panelServices.ts";
import { webviewPage } from "./webviewPage.ts";

/** A panel with a page of the webview bundle. It checks every message of the page, and is disposed when the panel closes. */
export abstract class PagePanel<Request, Message, First = Message> extends DisposableOwner {
  readonly #panel: vscode.WebviewPanel;
  readonly #extensionUri: vscode.Uri;
  readonly #page: string;

  /** `page` is the folder of the page in webview-ui/. Messages that do not match `requests` are refused. */
  protected constructor(
    { extensionUri, log }: Pick<PanelServices, "extensionUri" | "log">,
    panel: vscode.WebviewPanel,
    page: string,
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
        if (!request.success) {
          log.warn(`The page "${page}" sent an unknown message. It was refused.`);
          this.#refuse(message, pageErrors.unknownRequest());
          return;
        }
        await this.answer(request.output).catch((error: unknown) => {
          void showError(error);
          this.#refuse(message, error);
        });
      }),
    );
  }

  /** Answers a request. After a rejection the user sees the reason, and the page gets a refusal. */
  protected abstract answer(request: Request): Promise<void>;

  #refuse(message: unknown, error: unknown): void {
    const request = typeOf(message);
    this.post({ type: "refused", request, code: errorCode(error), message: messageForUsers(error) });
  }

  /** Loads the page. Its document brings `first`, so that the page shows it without asking for it. */
  protected load(first?: First): void {
    if (this.isDisposed) return;
    const { webview } = this.#panel;
    webview.html = webviewPage(webview, this.#extensionUri, this.#page, first);
  }

  protected get isLoaded(): boolean {
    return this.#panel.webview.html !== "";
  }

  protected reveal(): void {
    this.#panel.reveal();
  }

  /** Sends a message. Returns whether the panel is open; a hidden page does not get the message. */
  protected post(message: Message | Refusal): boolean {
    if (this.isDisposed) return false;
    void this.#panel.webview.postMessage(message);
    return true;
  }

  /** Sends a message. Resolves to whether a page got it; the page of a hidden panel is gone until the panel is shown. */
  protected async deliver(message: Message): Promise<boolean> {
    return !this.isDisposed && (await this.#panel.webview.postMessage(message));
  }
}

/** The type of a message as far as it has one. */
function typeOf(message: unknown): string {
  const hasType = typeof message === "object" && message !== null && "type" in message;
  return hasType && typeof message.type === "string" ? message.type : "";
}
