import { spawn, type ChildProcessByStdio } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { checkout } from "../../../scripts/editor/editor.ts";

/** What a program wrote, and how it ended. */
export interface EndedProgram {
  /** `null` where a signal ended it. */
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
  readonly errorOutput: string;
}

/** How a program is run. */
export interface ProgramOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly folder?: string;
}

/** The variables of this process with its Node.js, without those that the command line reads. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const variables = Object.entries(process.env).filter(
    ([name]) => !/^(INTEGRATION_PACKS|BOOMI|npm_|NODE_OPTIONS|NO_COLOR)/.test(name),
  );
  const { PATH = "", ...others } = Object.fromEntries(variables);
  return { ...others, PATH: [dirname(process.execPath), PATH].join(delimiter) };
}

/** A program that runs. Its input is empty. */
export class RunningProgram {
  readonly ended: Promise<EndedProgram>;
  readonly #child: ChildProcessByStdio<null, Readable, Readable>;
  #output = "";
  #errorOutput = "";

  constructor(
    program: string,
    programArguments: readonly string[],
    { environment = {}, folder = checkout }: ProgramOptions = {},
  ) {
    this.#child = spawn(program, programArguments, {
      cwd: folder,
      env: { ...cleanEnvironment(), ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#child.stdout.on("data", (data) => (this.#output += String(data)));
    this.#child.stderr.on("data", (data) => (this.#errorOutput += String(data)));
    this.ended = new Promise((resolve, reject) => {
      this.#child.once("error", reject);
      this.#child.once("close", (exitCode, signal) =>
        resolve({ exitCode, signal, output: this.#output, errorOutput: this.#errorOutput }),
      );
    });
  }

  /** What it wrote to standard output so far. */
  get output(): string {
    return this.#output;
  }

  /** What it wrote to standard error so far. */
  get errorOutput(): string {
    return this.#errorOutput;
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }
}

/** Runs a program until it ends. */
export function runProgram(
  program: string,
  programArguments: readonly string[],
  options: ProgramOptions = {},
): Promise<EndedProgram> {
  return new RunningProgram(program, programArguments, options).ended;
}

/** The package of the command line, installed into a folder of its own. */
export class InstalledCli {
  readonly folder: string;

  /** Makes the package and installs it without a network. */
  static async install(): Promise<InstalledCli> {
    const folder = mkdtempSync(join(tmpdir(), "integration-packs-cli-"));
    const installed = new InstalledCli(folder);
    await installed.#npm(checkout, "pack", "--pack-destination", folder);
    const [archive] = readdirSync(folder).filter((file) => file.endsWith(".tgz"));
    writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
    await installed.#npm(folder, "install", "--offline", join(folder, archive ?? ""));
    return installed;
  }

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** The folder of the installed package. */
  get packageFolder(): string {
    return join(this.folder, "node_modules", "integration-packs");
  }

  /** The program, as a shell finds it. */
  get program(): string {
    return join(this.folder, "node_modules", ".bin", "integration-packs");
  }

  /** Starts a command in the folder. */
  start(programArguments: readonly string[], options: ProgramOptions = {}): RunningProgram {
    return new RunningProgram(this.program, programArguments, { folder: this.folder, ...options });
  }

  /** Runs a command in the folder until it ends. */
  run(programArguments: readonly string[], options: ProgramOptions = {}): Promise<EndedProgram> {
    return this.start(programArguments, options).ended;
  }

  dispose(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #npm(folder: string, ...npmArguments: readonly string[]): Promise<void> {
    const { exitCode, errorOutput } = await runProgram("npm", npmArguments, { folder });
    if (exitCode !== 0) throw new Error(`npm ${npmArguments.join(" ")} failed: ${errorOutput}`);
  }
}
