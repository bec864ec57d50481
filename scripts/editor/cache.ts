import { existsSync } from "node:fs";
import { mkdir, mkdtemp, open, rename, rm, stat, utimes } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

const heartbeatMs = 2_000;
const staleAfterMs = 60_000;

/** The folder that all checkouts share, outside of each: `INTEGRATION_PACKS_EDITOR_CACHE`, else the system's place for caches. */
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
 * The folder `name` of the cache, filled by `fill` when it is not there yet. It is filled under another name and
 * renamed when complete, so an interrupted attempt leaves nothing that looks whole. Of two processes one fills and
 * the other waits.
 */
export async function cached(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(cacheFolder(), name);
  if (existsSync(folder)) return folder;
  await mkdir(cacheFolder(), { recursive: true });
  const unlock = await lock(`${folder}.lock`);
  try {
    if (existsSync(folder)) return folder;
    const unfinished = await mkdtemp(`${folder}.unfinished-`);
    try {
      await fill(unfinished);
      await rename(unfinished, folder);
    } finally {
      await rm(unfinished, { recursive: true, force: true });
    }
    return folder;
  } finally {
    await unlock();
  }
}

/** Waits for the lock file and holds it; one that nobody touches any more is left from a process that died. */
async function lock(file: string): Promise<() => Promise<void>> {
  for (let announced = false; ; announced = true) {
    try {
      await (await open(file, "wx")).close();
      break;
    } catch (error) {
      if (!isErrorWithCode(error, "EEXIST")) throw error;
    }
    if (await isStale(file)) {
      await rm(file, { force: true });
      continue;
    }
    if (!announced) console.error(`Waiting for another process that fills ${file.replace(/\.lock$/, "")}`);
    await delay(heartbeatMs);
  }
  const heartbeat = setInterval(() => {
    // A heartbeat that fails only makes the lock look old; the rename at the end decides who was first.
    utimes(file, new Date(), new Date()).catch(() => undefined);
  }, heartbeatMs);
  return async () => {
    clearInterval(heartbeat);
    await rm(file, { force: true });
  };
}

async function isStale(file: string): Promise<boolean> {
  try {
    return Date.now() - (await stat(file)).mtimeMs > staleAfterMs;
  } catch (error) {
    if (isErrorWithCode(error, "ENOENT")) return false;
    throw error;
  }
}

function isErrorWithCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
