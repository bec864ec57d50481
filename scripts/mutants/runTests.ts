import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { checkout } from "../editor/editor.ts";
import { endGroup, startGroup } from "../programs/processes.ts";
import { selectVariable } from "./selectVariable.ts";
import { substituteVariable } from "./substituteVariable.ts";
import { recordVariable, type ExecutedTest, type Position, type TestRecord } from "./testRecord.ts";

/** How long a run of whole test files may take, in ms. A mutant may loop without end. */
const longestRun = 600_000;

/** How long selected tests may take, in ms: with a start of the program, five times what they took without a change. */
const timeLimitOf = (tests: readonly ExecutedTest[]) =>
  Math.min(longestRun, 60_000 + 5 * tests.reduce((sum, { milliseconds }) => sum + milliseconds, 0));

/** How long all tests may take while what they execute is recorded, in ms. On a busy machine that is long. */
const longestRecording = 3_600_000;

/** Runs test files. Returns the tests that passed and executed each position, and whether all passed. */
export function recordTests(
  files: readonly string[],
  positions: readonly Position[],
): Promise<Pick<TestRecord, "executedBy"> & { readonly allPassed: boolean }> {
  return inFolder(async (folder) => {
    const record = join(folder, "record.json");
    writeFileSync(record, JSON.stringify({ positions }));
    const plugin = ["--require", join(import.meta.dirname, "recordTests.ts")];
    const args = ["--reporter", "dot", ...plugin, ...files];
    // V8 does not count calls of functions that it has optimized.
    const run = {
      env: { [recordVariable]: record },
      flags: ["--no-maglev", "--no-turbofan"],
      isShown: true,
      timeLimit: longestRecording,
    };
    const allPassed = await mochaPasses(args, run);
    const { executedBy } = JSON.parse(readFileSync(record, "utf8")) as TestRecord;
    return { executedBy, allPassed };
  });
}

/** A source file that the tests see with another content. */
export interface Substitute {
  /** The path from the project. */
  readonly file: string;
  readonly source: string;
}

/** Runs these tests until one fails, the quick ones first. Returns whether all passed in time. */
export function testsPass(tests: readonly ExecutedTest[], substitute: Substitute): Promise<boolean> {
  return inFolder(async (folder) => {
    const titles = join(folder, "titles.json");
    writeFileSync(titles, JSON.stringify(tests.map(({ title }) => title)));
    const durations = new Map<string, number>();
    for (const { file, milliseconds } of tests) {
      durations.set(file, (durations.get(file) ?? 0) + milliseconds);
    }
    const files = [...durations].sort(([, one], [, other]) => one - other).map(([file]) => file);
    const plugin = ["--require", join(import.meta.dirname, "selectTests.ts")];
    const env = { [selectVariable]: titles, ...substituting(substitute, folder) };
    return mochaPasses(["--bail", ...plugin, ...files], { env, timeLimit: timeLimitOf(tests) });
  });
}

/** Runs whole test files until a test fails. Returns whether all passed in time. */
export function filesPass(files: readonly string[], substitute: Substitute): Promise<boolean> {
  return inFolder((folder) => mochaPasses(["--bail", ...files], { env: substituting(substitute, folder) }));
}

function substituting({ file, source }: Substitute, folder: string): Readonly<Record<string, string>> {
  const path = join(folder, "substitute.ts");
  writeFileSync(path, source);
  const hook = pathToFileURL(join(import.meta.dirname, "substituteSource.ts")).href;
  return {
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ""} --import=${hook}`.trim(),
    [substituteVariable]: `${pathToFileURL(join(checkout, file)).href}\n${path}`,
  };
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "integration-packs-mutant-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How mocha runs. */
interface MochaRun {
  readonly env: Readonly<Record<string, string>>;
  /** Options of Node. */
  readonly flags?: readonly string[];
  /** Whether its output is shown. */
  readonly isShown?: boolean;
  /** How long it may take, in ms; as long as whole files may take when left out. */
  readonly timeLimit?: number;
}

async function mochaPasses(
  args: readonly string[],
  { env, flags = [], isShown = false, timeLimit = longestRun }: MochaRun,
): Promise<boolean> {
  const mocha = join(checkout, "node_modules/mocha/bin/mocha.js");
  const options = ["--exit", "--timeout", "60000"];
  const child = startGroup(process.execPath, [...flags, mocha, ...options, ...args], {
    cwd: checkout,
    env: { ...process.env, ...env },
    stdio: isShown ? "inherit" : "ignore",
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const atLimit = setTimeout(() => void endGroup(child), timeLimit);
  try {
    return (await ended) === 0;
  } finally {
    clearTimeout(atLimit);
    await endGroup(child);
  }
}
