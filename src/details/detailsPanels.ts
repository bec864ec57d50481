import { t } from "@vscode/l10n";
import * as v from "valibot";
import * as vscode from "vscode";
import { panelIds } from "../contributions.ts";
import { DisposableOwner } from "../dispose.ts";
import type { PanelServices } from "../panels.ts";
import { webviewOptions, webviewPage } from "../webview/webviewPage.ts";
import { answerDetails } from "./detailsAnswers.ts";
import { detailsRequestSchema, detailsStateSchema, type DetailsMessage } from "./protocol.ts";

/** The panels that show the details of packaged versions, one panel a version. */
export class DetailsPanels extends DisposableOwner {
  readonly #services: PanelServices;
  readonly #panels = new Map<string, vscode.WebviewPanel>();

  constructor(services: PanelServices) {
    super();
    this.#services = services;
  }

  /** Shows the packaged version's panel, the one that is open already if there is one. */
  async open(packageId: string): Promise<void> {
    const open = this.#panels.get(packageId);
    if (open) {
      open.reveal();
      return;
    }
    const version = await (await this.#services.backend.get()).getVersion(packageId);
    const panel = vscode.window.createWebviewPanel(
      panelIds.details,
      t("{0} {1}", version.componentName, version.packageVersion),
      vscode.ViewColumn.Active,
    );
    this.#show(panel, packageId);
  }

  /** Brings a panel back after a reload of the window. */
  restore(panel: vscode.WebviewPanel, state: unknown): void {
    const kept = v.safeParse(detailsStateSchema, state);
    if (kept.success) {
      this.#show(panel, kept.output.packageId);
    } else {
      panel.dispose();
    }
  }

  #show(panel: vscode.WebviewPanel, packageId: string): void {
    const { backend, extensionUri, log } = this.#services;
    const post = (message: DetailsMessage) => void panel.webview.postMessage(message);
    this.#panels.set(packageId, panel);
    this.register(panel);
    panel.onDidDispose(() => this.#panels.delete(packageId));
    panel.webview.onDidReceiveMessage(async (message: unknown) => {
      const request = v.safeParse(detailsRequestSchema, message);
      if (!request.success) {
        log.warn("The details sent a message that is not known. It was ignored.");
      } else if (request.output.type === "ready") {
        post({ type: "show", packageId });
      } else if (request.output.type === "loadDetails") {
        post(await answerDetails(() => backend.get(), request.output.packageId, request.output.part));
      } else {
        await vscode.env.clipboard.writeText(request.output.text);
      }
    });
    panel.webview.options = webviewOptions(extensionUri);
    panel.webview.html = webviewPage(panel.webview, extensionUri, "details");
  }
}
