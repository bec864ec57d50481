import { spawn } from "node:child_process";
import { globSync } from "node:fs";
import { run } from "../programs/commands.ts";
import { checkout } from "../editor/editor.ts";
import { install } from "../install/install.ts";
import { runHostTests } from "./hostTests.ts";
import { countTests, countTestsTwice, type FileCounts, type LayerResult } from "./report.ts";
import { faultsVariable } from "../../test/support/mocha/faultsVariable.ts";

/** What narrows or widens a run. */
export interface RunOptions {
  /** Only the test files whose paths hold one of the texts; empty for all. */
  readonly wanted: readonly string[];
  /** Whether the layer of faults goes to its full length. */
  readonly full: boolean;
  /** What its random choices follow from; a random one when it is left out. */
  readonly seed?: number;
}

export interface Layer {
  readonly name: string;
  readonly run: (options: RunOptions) => Promise<LayerResult>;
}

/** What `npm test` runs, in this order: what is quick and what others build on comes first. */
export const layers: readonly Layer[] = [
  { name: "check", run: () => succeeds("scripts/check.ts") },
  { name: "unit", run: ({ wanted }) => inNode("test/unit", 20_000, wanted) },
  { name: "contract", run: ({ wanted }) => inNode("test/contract", 30_000, wanted) },
  { name: "faults", run: faults },
  { name: "host", run: () => runHostTests("current") },
  { name: "host-oldest", run: () => runHostTests("oldest") },
  { name: "e2e", run: ({ wanted }) => inWorkbench(wanted) },
  // The last two build again, as it ships, for others to have.
  { name: "package", run: ({ wanted }) => packaged(wanted) },
  { name: "bench", run: bench },
];

/** A script that passes or fails as a whole. */
async function succeeds(script: string, ...args: readonly string[]): Promise<LayerResult> {
  const passed = await node([script, ...args]).then(
    () => true,
    () => false,
  );
  return passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function bench(): Promise<LayerResult> {
  await install("current");
  return succeeds("bench/bench.ts", "--short");
}

/** Each family of faults, unless asked otherwise at a length that can be waited for. */
function faults({ wanted, full, seed }: RunOptions): Promise<FileCounts> {
  const env = { [faultsVariable]: `${full ? "full" : "short"}:${seed ?? ""}` };
  return inMocha(full ? 3_600_000 : 120_000, testFiles("test/faults", wanted), env);
}

/** The tests of the VSIX, which is made first. */
async function packaged(wanted: readonly string[]): Promise<FileCounts> {
  await install("current");
  // Only the packager marks a pre-release; the workflow of releases asks for it.
  const kind = process.env.PRE_RELEASE ? ["--", "--pre-release"] : [];
  await run("npm", ["run", "package", ...kind], { cwd: checkout });
  return inNode("test/package", 300_000, wanted);
}

/** Every test below the folder, run by mocha in a process of its own. */
function inNode(folder: string, timeoutMs: number, wanted: readonly string[]): Promise<FileCounts> {
  return inMocha(timeoutMs, testFiles(folder, wanted));
}

/**
 * The tests in the workbench. What fails is tried a second time: a menu or a palette that did not take a key or a click
 * on a busy machine is the workbench's.
 */
async function inWorkbench(wanted: readonly string[]): Promise<FileCounts> {
  await install("current", "oldest");
  return countTestsTwice(testFiles("test/e2e", wanted), (files) => inMocha(300_000, files));
}

function testFiles(folder: string, wanted: readonly string[]): string[] {
  return globSync(`${folder}/**/*.test.ts`, { cwd: checkout })
    .filter((file) => wanted.length === 0 || wanted.some((text) => file.includes(text)))
    .sort();
}

function inMocha(
  timeoutMs: number,
  files: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<FileCounts> {
  return countTests((report) =>
    node(["test/support/mocha/mochaProgram.ts", String(timeoutMs), ...files], { ...env, ...report }),
  );
}

function node(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: checkout,
      stdio: "inherit",
      env: { ...process.env, ...env },
    });
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`${args[0] ?? "node"} ended with ${code ?? signal ?? "?"}`));
    });
  });
}
