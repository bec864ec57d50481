import { t } from "@vscode/l10n";
import * as v from "valibot";
import type * as vscode from "vscode";
import { panelIds } from "../../contributions.ts";
import type { Disposable } from "../../base/disposable.ts";
import type { PanelServices } from "../panels.ts";
import { OpenPanels } from "../openPanels.ts";
import { wizardStateSchema, type WizardStart } from "../../protocol/wizard.ts";
import { ReleaseWizard } from "./releaseWizard.ts";

const keptPackId = v.pipe(
  wizardStateSchema,
  v.transform(({ packId }) => packId),
);

/** The release wizards, one panel a pack. */
export class ReleaseWizards implements Disposable {
  readonly #services: PanelServices;
  readonly #wizards: OpenPanels<ReleaseWizard>;

  constructor(services: PanelServices) {
    this.#services = services;
    this.#wizards = new OpenPanels(services.extensionUri);
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
    const make = (panel: vscode.WebviewPanel) => new ReleaseWizard(this.#services, packId, panel, start);
    this.#wizards.open(packId, panelIds.wizard, t("Release {0}", name), make);
  }

  /** Brings a panel back after a reload of the window. */
  restore(panel: vscode.WebviewPanel, state: unknown): void {
    this.#wizards.restore(
      panel,
      state,
      keptPackId,
      (packId) => new ReleaseWizard(this.#services, packId, panel),
    );
  }

  dispose(): void {
    this.#wizards.dispose();
  }
}
