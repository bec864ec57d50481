import { t } from "@vscode/l10n";
import * as v from "valibot";
import type * as vscode from "vscode";
import { panelIds } from "../../contributions.ts";
import type { Disposable } from "../../base/disposable.ts";
import type { PanelServices } from "../panels.ts";
import { OpenPanels } from "../openPanels.ts";
import { DetailsPanel } from "./detailsPanel.ts";
import { detailsStateSchema } from "../../protocol/details.ts";

const keptPackageId = v.pipe(
  detailsStateSchema,
  v.transform(({ packageId }) => packageId),
);

/** The panels that show the details of packaged versions, one panel a version. */
export class DetailsPanels implements Disposable {
  readonly #services: PanelServices;
  readonly #panels: OpenPanels<DetailsPanel>;

  constructor(services: PanelServices) {
    this.#services = services;
    this.#panels = new OpenPanels(services.extensionUri);
  }

  /** Shows the packaged version's panel, the one that is open already if there is one. @throws `NotFound` */
  async open(packageId: string): Promise<void> {
    const version = await (await this.#services.backend.get()).getVersion(packageId);
    const open = this.#panels.get(packageId);
    if (open) {
      open.reveal();
      return;
    }
    const title = t("{0} {1}", version.componentName, version.packageVersion);
    const make = (panel: vscode.WebviewPanel) => new DetailsPanel(this.#services, packageId, panel);
    this.#panels.open(packageId, panelIds.details, title, make);
  }

  /** Brings a panel back after a reload of the window. */
  restore(panel: vscode.WebviewPanel, state: unknown): void {
    this.#panels.restore(
      panel,
      state,
      keptPackageId,
      (packageId) => new DetailsPanel(this.#services, packageId, panel),
    );
  }

  dispose(): void {
    this.#panels.dispose();
  }
}
