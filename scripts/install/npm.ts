import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { startGroup } from "../programs/processes.ts";
import { UserError } from "../userError.ts";
import type { PackageRelease } from "./versions.ts";

const options = [
  "--ignore-scripts",
  "--no-audit",
  "--no-fund",
  "--no-update-notifier",
  // The code of a failure is in the errors; that a file could not be written is in the warnings.
  "--loglevel=warn",
  // Two more attempts within seconds; those that npm makes by itself take more than a minute.
  "--fetch-retries=2",
  "--fetch-retry-mintimeout=1000",
  "--fetch-retry-factor=4",
];

/** npm's warning that a file of a package could not be written, with the code of the system. npm succeeds all the same. */
const unwrittenFile = /TAR_ENTRY_ERROR (E[A-Z]+)/;

/** A failed run of npm. */
export class NpmError extends Error {
  override readonly name = "NpmError";
  /** The code that npm gives, such as `ENOTFOUND`. */
  readonly code: string | undefined;
  /** The path that npm could not read or write, where that was the cause. */
  readonly path: string | undefined;
  /** The host of the registry that npm could not reach, where that was the cause. */
  readonly host: string | undefined;

  constructor(args: readonly string[], output: string) {
    const lastLines = output.trimEnd().split("\n").slice(-30).join("\n");
    super(`npm ${args.join(" ")} failed:\n${lastLines}`);
    this.code = line("code", output) ?? unwrittenFile.exec(output)?.[1];
    this.path = line("path", output);
    this.host = /request to https?:\/\/([^/\s]+)/.exec(output)?.[1];
  }
}

/** Installs one package, without what it depends on, into `node_modules` of the folder. Nothing is built or run. */
export async function installPackage(
  folder: string,
  { name, version, integrity }: PackageRelease,
): Promise<void> {
  const dependencies = { [name]: version };
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true, dependencies }));
  // npm installs what the lock file lists, so the dependencies of the package stay out.
  const packages = { "": { dependencies }, [`node_modules/${name}`]: { version, integrity } };
  await writeFile(join(folder, "package-lock.json"), JSON.stringify({ lockfileVersion: 3, packages }));
  await npm(["ci"], folder);
}

/** Runs npm in a folder, without install scripts. @throws NpmError, also when npm could not write a file */
export function npm(args: readonly string[], folder: string): Promise<void> {
  const [program, ...first] = npmProgram();
  return new Promise((resolve, reject) => {
    const child = startGroup(program, [...first, ...args, ...options], {
      cwd: folder,
      env: environment(),
      shell: first.length === 0 && process.platform === "win32",
    });
    let output = "";
    const collect = (chunk: Buffer) => void (output += chunk.toString());
    child.stdout?.on("data", collect);
    child.stderr?.on("data", collect);
    child.once("error", () => reject(new UserError("npm cannot be started. Put it on PATH.")));
    child.once("close", (code) => {
      if (code === 0 && !unwrittenFile.test(output)) resolve();
      else reject(new NpmError(args, output));
    });
  });
}

/** The npm that runs this script, else the one on PATH. */
function npmProgram(): readonly [string, ...string[]] {
  const script = process.env.npm_execpath;
  return script?.endsWith("npm-cli.js") === true ? [process.execPath, script] : ["npm"];
}

/** The environment without what an outer `npm run` left in it: it names the outer folder and its options. */
function environment(): NodeJS.ProcessEnv {
  const kept = /^npm_config_(userconfig|globalconfig|cache|cafile|strict_ssl|.*registry|.*proxy)$/;
  const entries = Object.entries(process.env).filter(([name]) => !name.startsWith("npm_") || kept.test(name));
  return { ...Object.fromEntries(entries), NODE_ENV: undefined };
}

/** The rest of npm's line `npm error KEY …`; earlier versions write `npm ERR!`. */
function line(key: string, output: string): string | undefined {
  return new RegExp(`^npm (?:error|ERR!) ${key} (.+)$`, "m").exec(output)?.[1]?.trim();
}
