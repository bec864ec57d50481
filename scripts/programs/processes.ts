import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";

const running = new Set<ChildProcess>();
const cleanUps = new Set<() => void>();
let watchesEnd = false;

/** Starts a program as the head of a process group, which ends with this process, also when that is interrupted. */
export function startGroup(
  command: string,
  args: readonly string[],
  options: Pick<SpawnOptions, "cwd" | "env" | "shell" | "stdio" | "uid" | "gid">,
): ChildProcess {
  watchEnd();
  const child = spawn(command, args, {
    stdio: ["ignore", "pipe", "pipe"],
    ...options,
    // Windows has no process groups, and gives a detached program a window.
    detached: process.platform !== "win32",
  });
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

/**
 * Runs `cleanUp` when this process ends, also by a signal, after its process groups were ended. Gives a function that
 * withdraws it.
 */
export function cleanUpAtEnd(cleanUp: () => void): () => void {
  watchEnd();
  cleanUps.add(cleanUp);
  return () => cleanUps.delete(cleanUp);
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  if (process.platform === "win32") {
    spawnSync("taskkill", ["/pid", String(pid), "/t", "/f"]);
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}

function watchEnd(): void {
  if (watchesEnd) return;
  watchesEnd = true;
  process.on("exit", () => {
    for (const child of running) signalGroup(child, "SIGKILL");
    for (const cleanUp of cleanUps) cleanUp();
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
