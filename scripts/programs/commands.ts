import { spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { launchOf } from "./launchOf.ts";

export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs a program to its end and gives its output. @throws with the last lines of the output when it fails */
export function run(command: string, args: readonly string[], options: CommandOptions = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const launch = launchOf(command, args);
    const child = spawn(launch.command, launch.args, {
      ...options,
      stdio: ["ignore", "pipe", "pipe"],
      shell: launch.shell,
    });
    let output = "";
    const collect = (chunk: Buffer) => void (output += chunk.toString());
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.once("error", reject);
    child.once("close", (code, signal) => {
      if (code === 0) {
        resolve(output);
        return;
      }
      const lastLines = output.trimEnd().split("\n").slice(-30).join("\n");
      reject(new Error(`${command} ${args.join(" ")} ended with ${code ?? signal ?? "?"}:\n${lastLines}`));
    });
  });
}

/** Where a program is on PATH. */
export function findProgram(name: string): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
