import { removeFolder } from "../../../../scripts/editor/editor.ts";
import { greekStore } from "../../../support/l10n/greekStore.ts";
import { pseudoLanguage } from "../../../support/l10n/pseudoTranslate.ts";
import { useSession, type Session } from "../session.ts";
import { fillStore, storeInWorkspace } from "../workspaceStore.ts";
import { pseudoExtension } from "./pseudoExtension.ts";

let extension: Promise<string> | undefined;

/** Opens a window of the pseudo-translated extension on an empty store, before the tests of the surrounding `describe`. */
export function usePseudoLocale(): Session {
  let folder = "";
  before("translate the extension", async () => {
    folder = await (extension ??= pseudoExtension());
  });
  return useSession({
    language: pseudoLanguage,
    // Read when the editor starts, once the extension is translated.
    get extension() {
      return folder;
    },
    settings: { ...storeInWorkspace, "integrationPacks.release.branch": "μαιν" },
    window: { viewport: { width: 1400, height: 1000 } },
  });
}

/** Fills the store of such a window with Greek data, and waits for the packs. */
export async function showGreekStore({ workbench, workspace }: Session): Promise<void> {
  await workbench.openPacks();
  await fillStore(workspace, greekStore());
  await workbench.packs.rows.first().waitFor();
}

// Runs at the end of all tests, as it is outside every `describe`.
after("remove the translated extension", async () => {
  if (extension) await removeFolder(await extension);
});
