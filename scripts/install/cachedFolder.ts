import { existsSync, rmSync } from "node:fs";
import { access, constants, mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { cleanUpAtEnd } from "../programs/processes.ts";
import { codeOf, UserError } from "../userError.ts";
import { installationError } from "./installationError.ts";
import { withLock } from "./lock.ts";
import { progress, type Progress } from "./progress.ts";

/**
 * Counts the changes of what the folders of the cache consist of. Each layout has a folder of its own, so what an
 * earlier version of the project has installed is never treated as complete, and stays for checkouts of that version.
 */
const layout = "layout-2";

/** A folder of the cache. */
export interface CachedFolder {
  /** Its name in the cache. It contains a version, because a folder that is there is never replaced. */
  readonly name: string;
  /** Its content, as a user reads it, such as `VS Code 1.139.1`. */
  readonly title: string;
  /** About how large it is when it is complete, in bytes. */
  readonly size: number;
  /** Fills the new folder that it is given. */
  readonly fill: (folder: string) => Promise<void>;
}

/** The folder that all checkouts share: `INTEGRATION_PACKS_EDITOR_CACHE`, else the system's place for caches. */
export function cacheFolder(): string {
  const { INTEGRATION_PACKS_EDITOR_CACHE: chosen, XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (chosen) return chosen;
  const name = "integration-packs-editor";
  if (process.platform === "darwin") return join(homedir(), "Library", "Caches", name);
  if (process.platform === "win32") {
    return join(LOCALAPPDATA ?? join(homedir(), "AppData", "Local"), name);
  }
  return join(XDG_CACHE_HOME ?? join(homedir(), ".cache"), name);
}

/**
 * The path of a folder of the cache, which is filled when it is not there yet. It is filled under another name and renamed
 * when it is complete. What an interrupted attempt leaves is removed: at once where the process still can, else by the
 * next attempt. Of two processes one fills it, and the other waits. @throws UserError where the user can fix the cause
 */
export async function cachedFolder(
  { name, title, size, fill }: CachedFolder,
  reporter: Progress = progress,
): Promise<string> {
  const parent = join(cacheFolder(), layout);
  const folder = join(parent, name);
  if (existsSync(folder)) return folder;
  await makeWritable(parent);
  return withLock(
    `${folder}.lock`,
    () => reporter.say(`${title} is being installed by another process. Waiting for it.`),
    async () => {
      if (existsSync(folder)) return folder;
      await removeUnfinished(parent, name);
      const unfinished = await mkdtemp(join(parent, unfinishedPrefix(name)));
      const withdraw = cleanUpAtEnd(() => rmSync(unfinished, { recursive: true, force: true }));
      try {
        await reporter.show({ title, folder: unfinished, size }, () => fill(unfinished));
        await rename(unfinished, folder);
      } catch (error) {
        throw installationError(title, parent, error);
      } finally {
        withdraw();
        await rm(unfinished, { recursive: true, force: true });
      }
      return folder;
    },
  );
}

function unfinishedPrefix(name: string): string {
  return `${name}.unfinished-`;
}

/** Removes what processes left that were killed while they filled the folder. Runs under the lock. */
async function removeUnfinished(parent: string, name: string): Promise<void> {
  const left = (await readdir(parent)).filter((entry) => entry.startsWith(unfinishedPrefix(name)));
  for (const entry of left) await rm(join(parent, entry), { recursive: true, force: true, maxRetries: 3 });
}

async function makeWritable(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch (error) {
    throw new UserError(
      `The cache of the editor cannot be written (${codeOf(error) ?? "?"}): ${folder}. Make it writable, or set INTEGRATION_PACKS_EDITOR_CACHE to another folder.`,
      { cause: error },
    );
  }
}
