import * as vscode from "vscode";
import type { ActiveBackend } from "./activeBackend.ts";
import { panelIds } from "./contributions.ts";
import type { Disposable } from "./event.ts";
import type { DetailsPanels } from "./details/detailsPanels.ts";
import { lazy } from "./lazy.ts";
import type { WizardActions } from "./wizard/protocol.ts";
import type { ReleaseWizards } from "./wizard/releaseWizards.ts";

/** What the panels need of the extension. */
export interface PanelServices {
  readonly extensionUri: vscode.Uri;
  readonly backend: ActiveBackend;
  readonly log: vscode.LogOutputChannel;
  /** The zone in which dates are meant, by the settings. */
  readonly timeZone: () => string;
  /** Shows the pack selected in the packs view. */
  readonly revealPack: (packId: string) => Promise<void>;
  readonly wizardActions: WizardActions;
}

/** The webview panels; their code is loaded when the first one opens. */
export interface Panels extends Disposable {
  readonly wizards: () => Promise<ReleaseWizards>;
  readonly details: () => Promise<DetailsPanels>;
}

/** Prepares the panels, and lets VS Code bring back those that were open before a reload. */
export function registerPanels(services: PanelServices): Panels {
  const disposables: Disposable[] = [];
  const wizards = lazy(async () => {
    const { ReleaseWizards } = await import("./wizard/releaseWizards.ts");
    const made = new ReleaseWizards(services);
    disposables.push(made);
    return made;
  });
  const details = lazy(async () => {
    const { DetailsPanels } = await import("./details/detailsPanels.ts");
    const made = new DetailsPanels(services);
    disposables.push(made);
    return made;
  });
  disposables.push(
    vscode.window.registerWebviewPanelSerializer(panelIds.wizard, {
      deserializeWebviewPanel: async (panel, state) => (await wizards()).restore(panel, state),
    }),
    vscode.window.registerWebviewPanelSerializer(panelIds.details, {
      deserializeWebviewPanel: async (panel, state) => (await details()).restore(panel, state),
    }),
  );
  return { wizards, details, dispose: () => void vscode.Disposable.from(...disposables).dispose() };
}
