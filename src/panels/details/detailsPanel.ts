import * as vscode from "vscode";
import type { PanelServices } from "../panels.ts";
import { PagePanel } from "../pagePanel.ts";
import { answerDetails } from "./answerDetails.ts";
import {
  detailsRequestSchema,
  type DetailsMessage,
  type DetailsRequest,
  type DetailsState,
} from "../../protocol/details.ts";

/** The panel of one packaged version: answers what its webview asks, and tells it when the data changed. */
export class DetailsPanel extends PagePanel<DetailsRequest, DetailsMessage, DetailsState> {
  readonly #services: PanelServices;

  constructor(services: PanelServices, packageId: string, panel: vscode.WebviewPanel) {
    super(services, panel, "details", detailsRequestSchema);
    this.#services = services;
    this.register(services.backend.onDidChange(() => void this.post({ type: "changed" })));
    this.load({ packageId });
  }

  protected async answer(request: DetailsRequest): Promise<void> {
    const { backend } = this.#services;
    switch (request.type) {
      case "loadDetails":
        this.post(await answerDetails(() => backend.get(), request.packageId, request.part));
        return;
      case "copy":
        return vscode.env.clipboard.writeText(request.text);
    }
  }
}
