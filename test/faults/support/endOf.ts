import type { ChildProcess } from "node:child_process";

/** How a program ended: by itself with a code, or by a signal. Ask before it can have ended. */
export function endOf(
  child: ChildProcess,
): Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve({ code, signal }));
  });
}
