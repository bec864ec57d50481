import { findPastRelease } from "../model/release/findPastRelease.ts";
import type { WizardActions } from "../protocol/wizard.ts";
import type { ActiveBackend } from "../session/activeBackend.ts";

/** The wizard's actions that compare the versions chosen in it and show their release notes. Loads their code on first use. */
export function comparisonActions(
  backend: ActiveBackend,
): Required<Pick<WizardActions, "compare" | "releaseNotes">> {
  return {
    compare: async (packId, versions, componentId) => {
      const { compareComponentWithReleased, comparePackWithReleased } = await import("./packComparisons.ts");
      const open = await backend.get();
      if (componentId === undefined) return comparePackWithReleased(open, packId, versions);
      return compareComponentWithReleased(open, packId, componentId, versions[componentId] ?? "");
    },
    releaseNotes: async (packId, versions, action, releaseId) => {
      const { copyNotes, notesOfNextRelease, notesOfPastRelease, openNotes } =
        await import("./notesDocument.ts");
      const open = await backend.get();
      const pack = await open.getPack(packId);
      const notes =
        releaseId === undefined
          ? notesOfNextRelease(pack, versions)
          : notesOfPastRelease(pack, findPastRelease(await open.history(packId), releaseId, pack.name));
      await (action === "open" ? openNotes(notes) : copyNotes(open, notes));
    },
  };
}
