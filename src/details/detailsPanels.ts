import { t } from "@vscode/l10n";
import * as v from "valibot";
import * as vscode from "vscode";
import { panelIds } from "../contributions.ts";
import { DisposableOwner } from "../dispose.ts";
import type { PanelServices } from "../panels.ts";
import { DetailsPanel } from "./detailsPanel.ts";
import { detailsStateSchema } from "./protocol.ts";

/** The panels that show the details of packaged versions, one panel a version. */
export class DetailsPanels extends DisposableOwner {
  readonly #services: PanelServices;
  readonly #panels = new Map<string, DetailsPanel>();

  constructor(services: PanelServices) {
    super();
    this.#services = services;
  }

  /** Shows the packaged version's panel, the one that is open already if there is one. @throws `NotFound` */
  async open(packageId: string): Promise<void> {
    const version = await (await this.#services.backend.get()).getVersion(packageId);
    const open = this.#panels.get(packageId);
    if (open) {
      open.reveal();
      return;
    }
    const panel = vscode.window.createWebviewPanel(
      panelIds.details,
      t("{0} {1}", version.componentName, version.packageVersion),
      vscode.ViewColumn.Active,
    );
    this.#add(packageId, panel);
  }

  /** Brings a panel back after a reload of the window. */
  restore(panel: vscode.WebviewPanel, state: unknown): void {
    const kept = v.safeParse(detailsStateSchema, state);
    if (kept.success && !this.#panels.has(kept.output.packageId)) {
      this.#add(kept.output.packageId, panel);
    } else {
      panel.dispose();
    }
  }

  #add(packageId: string, panel: vscode.WebviewPanel): void {
    this.#panels.set(packageId, this.register(new DetailsPanel(this.#services, packageId, panel)));
    panel.onDidDispose(() => this.#panels.delete(packageId));
  }
}
