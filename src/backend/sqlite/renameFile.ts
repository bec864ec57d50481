import { renameSync } from "node:fs";

/** What Windows answers while a virus scanner or an indexer has one of the files open for a moment. */
const passing: readonly unknown[] = ["EACCES", "EBUSY", "EPERM"];

/** How often to try, and how long to wait in between, in ms. It blocks the extension host while it waits. */
const tries = 8;
const pause = 50;

/** The part of the system that renames files. */
export interface Renaming {
  readonly platform: NodeJS.Platform;
  readonly rename: (from: string, to: string) => void;
}

/** Renames a file over another one or a free name. On Windows, tries again while another program has one of them open. */
export function renameFile(
  from: string,
  to: string,
  { platform, rename }: Renaming = { platform: process.platform, rename: renameSync },
): void {
  for (let count = 1; ; count += 1) {
    try {
      rename(from, to);
      return;
    } catch (error) {
      const isPassing = error instanceof Error && "code" in error && passing.includes(error.code);
      if (platform !== "win32" || !isPassing || count === tries) throw error;
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
  }
}
