import * as vscode from "vscode";
import type { ActiveBackend } from "../session/activeBackend.ts";
import { panelIds } from "../contributions.ts";
import type { DetailsPanels } from "./details/detailsPanels.ts";
import { DisposableOwner } from "../base/disposable.ts";
import { lazy } from "../base/lazy.ts";
import type { Log } from "../base/log.ts";
import type { WizardActions } from "../protocol/wizard.ts";
import type { ReleaseWizards } from "./wizard/releaseWizards.ts";

/** What the panels need of the extension. */
export interface PanelServices {
  readonly extensionUri: vscode.Uri;
  readonly backend: ActiveBackend;
  readonly log: Log;
  /** The zone in which dates are meant, by the settings. */
  readonly timeZone: () => string;
  /** Shows the pack selected in the packs view. */
  readonly revealPack: (packId: string) => Promise<void>;
  readonly wizardActions: WizardActions;
}

/** The webview panels. Their code is loaded when the first one opens, or VS Code brings one back after a reload. */
export class Panels extends DisposableOwner {
  readonly wizards: () => Promise<ReleaseWizards>;
  readonly details: () => Promise<DetailsPanels>;

  constructor(services: PanelServices) {
    super();
    this.wizards = lazy(async () => {
      const { ReleaseWizards } = await import("./wizard/releaseWizards.ts");
      return this.register(new ReleaseWizards(services));
    });
    this.details = lazy(async () => {
      const { DetailsPanels } = await import("./details/detailsPanels.ts");
      return this.register(new DetailsPanels(services));
    });
    this.#bringBack(panelIds.wizard, this.wizards);
    this.#bringBack(panelIds.details, this.details);
  }

  #bringBack(panelId: string, owner: () => Promise<ReleaseWizards | DetailsPanels>): void {
    this.register(
      vscode.window.registerWebviewPanelSerializer(panelId, {
        deserializeWebviewPanel: async (panel, state) => (await owner()).restore(panel, state),
      }),
    );
  }
}
