import { installBrowser } from "./installBrowser.ts";
import { installEditor } from "./installEditor.ts";
import type { EditorVersion } from "./versions.ts";

/**
 * Installs what is missing for editors of these versions with a browser in front of them, all at the same time. What is
 * there is not touched. @throws UserError where the user can fix the cause
 */
export async function install(...versions: readonly EditorVersion[]): Promise<void> {
  await Promise.all([installBrowser(), ...versions.map(installEditor)]);
}
