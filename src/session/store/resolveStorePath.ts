import type { PlatformPath } from "node:path";
import type { Settings } from "../../contributions.ts";
import { settingErrors } from "../../errors/settingErrors.ts";

/** Where relative paths and `~` lead. */
export interface PathSurroundings {
  /** The path of the first workspace folder. */
  readonly workspaceFolder: string | undefined;
  readonly homeFolder: string | undefined;
  /** The paths of this system: `path.win32` or `path.posix`. */
  readonly paths: PlatformPath;
}

const setting: keyof Settings = "integrationPacks.local.storePath";

/**
 * The absolute path that the setting names: absolute, from the home folder (`~`), or relative to the first workspace folder,
 * or to the home folder without one.
 *
 * @throws `InvalidRequest` for a path of another system, and for one from the home folder where the user has none
 */
export function resolveStorePath(chosen: string, surroundings: PathSurroundings): string {
  const { workspaceFolder, paths } = surroundings;
  if (isForeign(chosen, paths)) {
    throw settingErrors.foreignPath(
      setting,
      chosen,
      paths.sep === "\\" ? "C:\\Data\\store.db" : "/data/store.db",
    );
  }
  const home = () => {
    if (surroundings.homeFolder === undefined) throw settingErrors.noHomeFolder(setting, chosen);
    return surroundings.homeFolder;
  };
  // In one pass, and by a function: neither `$&` nor a variable in the path of a folder is replaced in turn.
  const path = chosen.replace(/^~(?=$|[\\/])|\$\{workspaceFolder\}/g, (place) =>
    place === "~" ? home() : (workspaceFolder ?? home()),
  );
  return paths.isAbsolute(path) ? paths.normalize(path) : paths.resolve(workspaceFolder ?? home(), path);
}

/**
 * Whether the text is a path of another system, or a URI. Here it would name a file of that name in the workspace. A
 * backslash is a separator on Windows alone; `C:store.db` depends on the current folder of a drive.
 */
function isForeign(text: string, { sep }: PlatformPath): boolean {
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(text)) return true;
  return sep === "\\" ? /^\/(?!\/)|^[a-z]:(?![\\/])/i.test(text) : /\\|^[a-z]:\//i.test(text);
}
