import type { ChildProcess } from "node:child_process";

/** Waits for the end of a program: its exit code, or the signal that ended it. Call it before the program can end. */
export function endOf(
  child: ChildProcess,
): Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve({ code, signal }));
  });
}
