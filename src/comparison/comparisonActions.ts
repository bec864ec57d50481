import { findPastRelease } from "../model/release/findPastRelease.ts";
import type { ComponentVersions } from "../model/release/release.ts";
import type { ActiveBackend } from "../session/activeBackend.ts";

/** The wizard's actions that compare the versions chosen in it and show their release notes. Loads their code on first use. */
export function comparisonActions(backend: ActiveBackend) {
  return {
    compare: async (packId: string, versions: ComponentVersions, componentId?: string): Promise<void> => {
      const { compareComponentWithReleased, comparePackWithReleased } = await import("./packComparisons.ts");
      const open = await backend.get();
      if (componentId === undefined) return comparePackWithReleased(open, packId, versions);
      return compareComponentWithReleased(open, packId, componentId, versions[componentId] ?? "");
    },
    releaseNotes: async (
      packId: string,
      versions: ComponentVersions,
      action: "open" | "copy",
      releaseId?: string,
    ): Promise<void> => {
      const { copyNotes, notesOfNextRelease, notesOfPastRelease, openNotes } =
        await import("./notesDocument.ts");
      const open = await backend.get();
      const pack = await open.getPack(packId);
      const notes =
        releaseId === undefined
          ? notesOfNextRelease(pack, versions)
          : notesOfPastRelease(pack, findPastRelease(await open.history(packId), releaseId, pack.name));
      await (action === "open" ? openNotes(notes) : copyNotes(open, [notes]));
    },
  };
}
