import * as vscode from "vscode";
import { DisposableOwner } from "../base/disposable.ts";
import { lazy } from "../base/lazy.ts";
import type { OpenPanels } from "./openPanels.ts";
import type { PanelKind } from "./panelKind.ts";
import type { PanelServices } from "./panelServices.ts";

/** Opens, reuses and restores the panels of every page, and closes them with the extension. */
export class PanelRegistry extends DisposableOwner {
  readonly #services: PanelServices;

  constructor(services: PanelServices) {
    super();
    this.#services = services;
  }

  /**
   * Registers a page by its name: the folder in webview-ui/, and the end of the panels' view type, which package.json lists in
   * `activationEvents`. Returns what loads the page's code and opens its panels.
   */
  add<Subject, Opening>(
    page: string,
    loadKind: () => Promise<PanelKind<Subject, Opening>>,
  ): () => Promise<OpenPanels<Subject, Opening>> {
    const viewType = `integrationPacks.${page}`;
    const load = lazy(async () => {
      const [{ OpenPanels }, kind] = await Promise.all([import("./openPanels.ts"), loadKind()]);
      return this.register(new OpenPanels(this.#services, viewType, kind));
    });
    this.register(
      vscode.window.registerWebviewPanelSerializer(viewType, {
        deserializeWebviewPanel: async (panel, state) => (await load()).restore(panel, state),
      }),
    );
    return load;
  }
}
