import type { PathSurroundings } from "./resolveStorePath.ts";

/**
 * The value of `integrationPacks.local.storePath` for a file: relative to the workspace folder where the file is below it, so that
 * no path of this computer gets into the settings of the workspace; else the whole path.
 */
export function settingForPath(
  file: string,
  { workspaceFolder, paths }: Pick<PathSurroundings, "workspaceFolder" | "paths">,
): string {
  if (workspaceFolder === undefined) return file;
  const relative = paths.relative(workspaceFolder, file);
  const isBelow = relative !== "" && !relative.startsWith("..") && !paths.isAbsolute(relative);
  return isBelow ? relative.replaceAll("\\", "/") : file;
}
