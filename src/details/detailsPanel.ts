import * as v from "valibot";
import * as vscode from "vscode";
import { DisposableOwner } from "../dispose.ts";
import { showError } from "../notifications.ts";
import type { PanelServices } from "../panels.ts";
import { webviewOptions, webviewPage } from "../webview/webviewPage.ts";
import { answerDetails } from "./detailsAnswers.ts";
import { detailsRequestSchema, type DetailsMessage, type DetailsRequest } from "./protocol.ts";

/** The panel of one packaged version: answers what its webview asks, and tells it when the data changed. */
export class DetailsPanel extends DisposableOwner {
  readonly #services: PanelServices;
  readonly #packageId: string;
  readonly #panel: vscode.WebviewPanel;

  constructor(services: PanelServices, packageId: string, panel: vscode.WebviewPanel) {
    super();
    const { backend, extensionUri } = services;
    this.#services = services;
    this.#packageId = packageId;
    this.#panel = panel;
    panel.onDidDispose(() => this.dispose());
    this.register({ dispose: () => void panel.dispose() });
    this.register(backend.onDidChange(() => this.#post({ type: "changed", packageId })));
    this.register(panel.webview.onDidReceiveMessage((message) => this.#receive(message)));
    panel.webview.options = webviewOptions(extensionUri);
    panel.webview.html = webviewPage(panel.webview, extensionUri, "details");
  }

  reveal(): void {
    this.#panel.reveal();
  }

  async #receive(message: unknown): Promise<void> {
    const request = v.safeParse(detailsRequestSchema, message);
    if (!request.success) {
      this.#services.log.warn("The details sent a message that is not known. It was ignored.");
      return;
    }
    try {
      await this.#answer(request.output);
    } catch (error) {
      void showError(error);
    }
  }

  async #answer(request: DetailsRequest): Promise<void> {
    const { backend } = this.#services;
    switch (request.type) {
      case "ready":
        this.#post({ type: "show", packageId: this.#packageId });
        return;
      case "loadDetails":
        this.#post(await answerDetails(() => backend.get(), request.packageId, request.part));
        return;
      case "copy":
        return vscode.env.clipboard.writeText(request.text);
    }
  }

  /** An answer that comes after the panel was closed has nobody to go to. */
  #post(message: DetailsMessage): void {
    if (!this.isDisposed) void this.#panel.webview.postMessage(message);
  }
}
