import { t } from "@vscode/l10n";
import * as v from "valibot";
import * as vscode from "vscode";
import { panelIds } from "../contributions.ts";
import { DisposableOwner } from "../dispose.ts";
import type { PanelServices } from "../panels.ts";
import { wizardStateSchema, type WizardStart } from "./protocol.ts";
import { ReleaseWizard } from "./releaseWizard.ts";

/** The release wizards, one panel a pack. */
export class ReleaseWizards extends DisposableOwner {
  readonly #services: PanelServices;
  readonly #wizards = new Map<string, ReleaseWizard>();

  constructor(services: PanelServices) {
    super();
    this.#services = services;
  }

  /** Opens the pack's wizard; one that is open is shown, and begins anew with what it is given. @throws `NotFound` */
  async open(packId: string, start: WizardStart): Promise<void> {
    const { name } = await (await this.#services.backend.get()).getPack(packId);
    // Looked for after the last wait: two calls at once must not open two.
    const open = this.#wizards.get(packId);
    if (open) {
      open.startAnew(start);
      return;
    }
    const panel = vscode.window.createWebviewPanel(
      panelIds.wizard,
      t("Release {0}", name),
      vscode.ViewColumn.Active,
    );
    this.#add(packId, panel, start);
  }

  /** Brings a panel back after a reload of the window. */
  restore(panel: vscode.WebviewPanel, state: unknown): void {
    const kept = v.safeParse(wizardStateSchema, state);
    if (kept.success && !this.#wizards.has(kept.output.packId)) {
      this.#add(kept.output.packId, panel);
    } else {
      panel.dispose();
    }
  }

  #add(packId: string, panel: vscode.WebviewPanel, start?: WizardStart): void {
    const wizard = this.register(new ReleaseWizard(this.#services, packId, panel, start));
    this.#wizards.set(packId, wizard);
    panel.onDidDispose(() => this.#wizards.delete(packId));
  }
}
