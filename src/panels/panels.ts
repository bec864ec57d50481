import type { PanelServices } from "./panelServices.ts";
import { PanelRegistry } from "./panelRegistry.ts";
import type { PlanOpening } from "./wizard/wizardOpening.ts";

/** Every webview panel, by the name of its page. */
export type Panels = ReturnType<typeof createPanels>;

/** Registers every panel. The code of a page is loaded when its first panel opens or VS Code restores one. */
export function createPanels(services: PanelServices) {
  const registry = new PanelRegistry(services);
  const wizard = registry.add(
    "wizard",
    async () => (await import("./wizard/releaseWizard.ts")).releaseWizardKind,
  );
  return {
    wizard,
    details: registry.add("details", async () => (await import("./details/detailsPanel.ts")).detailsKind),
    overview: registry.add(
      "overview",
      async () => (await import("./overview/overviewPanel.ts")).overviewKind,
    ),
    calendar: registry.add(
      "calendar",
      async () => (await import("./calendar/calendarPanel.ts")).calendarKind,
    ),

    /**
     * Opens the wizard for several packs, in the order of the ids and with their preselected versions. For one id it is the wizard
     * for that pack.
     *
     * @throws `NotFound`
     */
    openSeveral: async (packIds: readonly string[]): Promise<void> => {
      // Before the packs are read, because the wizard then notices every later change of them.
      const opener = await wizard();
      const { readPacks } = await import("./wizard/plan/readPacks.ts");
      const packs = await readPacks(await services.backend.get(), packIds);
      const [first] = packs;
      if (packs.length > 1) opener.open({ packs });
      else if (first) opener.open({ pack: first, start: { option: "immediate" } });
    },

    /**
     * Opens the wizard with a release plan, for a person to review and apply. The plan is checked there, not here.
     *
     * @throws `InvalidRequest` for a plan for another backend, address or account (rule 18), and as `checkTrust`
     */
    openPlan: async (opening: PlanOpening): Promise<void> => {
      const opener = await wizard();
      const [{ checkTrust }, { checkPlanTarget }] = await Promise.all([
        import("../session/checkTrust.ts"),
        import("../model/plan/checkPlanTarget.ts"),
      ]);
      checkTrust(opening.plan);
      checkPlanTarget(opening.plan.target, (await services.backend.get()).plans.target);
      opener.open(opening);
    },

    dispose: () => registry.dispose(),
  };
}
