import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";

const running = new Set<ChildProcess>();
let watchesSignals = false;

/** Starts a program as the head of a process group, which ends with this process, also when that is interrupted. */
export function startGroup(command: string, args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  endGroupsWithThisProcess();
  const child = spawn(command, args, { env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  running.add(child);
  child.once("exit", () => running.delete(child));
  return child;
}

/** Ends a group and waits until its head is gone: asked first, then forced. */
export async function endGroup(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = new Promise((resolve) => child.once("exit", resolve));
    signalGroup(child, "SIGTERM");
    const force = setTimeout(() => signalGroup(child, "SIGKILL"), 5_000);
    await gone;
    clearTimeout(force);
  }
  // The head may have left members of its group behind.
  signalGroup(child, "SIGKILL");
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}

function endGroupsWithThisProcess(): void {
  if (watchesSignals) return;
  watchesSignals = true;
  process.on("exit", () => {
    for (const child of running) signalGroup(child, "SIGKILL");
  });
  for (const [signal, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const) {
    // Playwright ends its browser on "exit" as well.
    process.once(signal, () => process.exit(code));
  }
}

/** The processes in the group of the child whose command line holds the text. Reads /proc, so Linux only. */
export function findInGroup({ pid }: ChildProcess, text: string): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        const group = readFileSync(`/proc/${name}/stat`, "utf8")
          .replace(/^.*\) /s, "")
          .split(" ")[2];
        return group === String(pid) && readFileSync(`/proc/${name}/cmdline`, "utf8").includes(text);
      } catch {
        return false; // it ended while we looked
      }
    })
    .map(Number);
}
