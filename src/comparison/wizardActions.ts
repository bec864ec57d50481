import type { ActiveBackend } from "../session/activeBackend.ts";
import type { WizardActions } from "../protocol/wizard.ts";

/** What the wizard compares and writes notes of: the versions chosen in it. The code is loaded when it is first asked for. */
export function comparisonActions(
  backend: ActiveBackend,
): Required<Pick<WizardActions, "compare" | "releaseNotes">> {
  return {
    compare: async (packId, versions, componentId) => {
      const { compareComponent, compareWithReleased } = await import("./packComparisons.ts");
      const open = await backend.get();
      if (componentId === undefined) return compareWithReleased(open, packId, versions);
      return compareComponent(open, packId, componentId, versions[componentId] ?? "");
    },
    releaseNotes: async (packId, versions, action, releaseId) => {
      const { copyNotes, notesOfNext, notesOfRelease, openNotes } = await import("./notesOfRelease.ts");
      const open = await backend.get();
      const pack = await open.getPack(packId);
      const notes =
        releaseId === undefined
          ? notesOfNext(pack, versions)
          : notesOfRelease(pack, await open.history(packId), releaseId);
      await (action === "open" ? openNotes(notes) : copyNotes(open, notes));
    },
  };
}
