import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { PackagedVersion } from "../../model/pack/packagedVersion.ts";
import {
  detailsRequestSchema,
  detailsStateSchema,
  type DetailsMessage,
  type DetailsRequest,
  type DetailsState,
} from "../../protocol/details.ts";
import { PagePanel } from "../pagePanel.ts";
import type { PanelKind } from "../panelKind.ts";
import type { PanelServices } from "../panelServices.ts";
import { answerDetails } from "./answerDetails.ts";

/** The panel that shows the details of one packaged version. */
export class DetailsPanel extends PagePanel<DetailsRequest, DetailsMessage, DetailsState> {
  readonly #services: PanelServices;

  constructor(services: PanelServices, panel: vscode.WebviewPanel, subject: DetailsState) {
    super(services, panel, "details", detailsRequestSchema);
    this.#services = services;
    this.register(services.backend.onDidChange(() => void this.post({ type: "changed" })));
    this.load(subject);
  }

  show(): void {
    this.reveal();
  }

  protected async answer(request: DetailsRequest): Promise<void> {
    switch (request.type) {
      case "loadDetails":
        this.post(await answerDetails(this.#services, request.packageId, request.part));
        return;
      case "copy":
        return vscode.env.clipboard.writeText(request.text);
    }
  }
}

/** One panel for each packaged version. A command opens it with the version that it read. */
export const detailsKind: PanelKind<DetailsState, PackagedVersion> = {
  subjectOf: ({ packageId }) => ({ packageId }),
  keyOf: ({ packageId }) => packageId,
  titleOf: ({ componentName, packageVersion }) => l10n.t("{0} {1}", componentName, packageVersion),
  storedSubject: detailsStateSchema,
  create: (services, panel, subject) => new DetailsPanel(services, panel, subject),
};
