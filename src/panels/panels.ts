import type { PanelServices } from "./panelServices.ts";
import { PanelRegistry } from "./panelRegistry.ts";

/** Every webview panel, by the name of its page. */
export type Panels = ReturnType<typeof createPanels>;

/** Registers every panel. The code of a page is loaded when its first panel opens or VS Code restores one. */
export function createPanels(services: PanelServices) {
  const registry = new PanelRegistry(services);
  return {
    wizard: registry.add("wizard", async () => (await import("./wizard/releaseWizard.ts")).releaseWizardKind),
    details: registry.add("details", async () => (await import("./details/detailsPanel.ts")).detailsKind),
    dispose: () => registry.dispose(),
  };
}
