import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { BigStore } from "../bigStore.ts";
import { alternate, timed, type Measure, type Samples, type Scale } from "../measure.ts";
import { bareListProgram } from "./bareList.ts";

/** The bundle as it ships. */
const program = "dist/cli/integration-packs.js";

/** Prints the largest memory of the process on its standard error, in kilobytes. */
const printMemory = `process.on("exit", () => process.stderr.write(String(process.resourceUsage().maxRSS)));`;

/** Runs Node.js with the arguments until it ends. Resolves to what it printed. */
function runNode(...args: readonly string[]): Promise<{ output: string; errorOutput: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    let errorOutput = "";
    child.stdout.on("data", (data) => (output += String(data)));
    child.stderr.on("data", (data) => (errorOutput += String(data)));
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve({ output, errorOutput });
      else reject(new Error(`${args.join(" ")} ended with ${code ?? "a signal"}: ${errorOutput}`));
    });
  });
}

/** Compares the command `list` with a bare script on the same store. */
async function compareLists(
  { runs, packs }: Scale,
  run: (args: readonly string[], packs: number) => Promise<number>,
): Promise<Samples> {
  const store = await BigStore.create(packs);
  try {
    return await alternate(
      runs,
      () => run([program, "list", "--store", store.file], packs),
      () => run(["-e", bareListProgram, store.file], packs),
    );
  } finally {
    store.dispose();
  }
}

function assertRows(output: string, packs: number): void {
  assert.equal(output.split("\n").filter((line) => line.includes("changes")).length, packs);
}

/** Measures of the command line, each from the start of a process to its end. */
export const commandLineMeasures: readonly Measure[] = [
  {
    name: "integration-packs --version",
    floor: "node -e 0",
    unit: "ms",
    target: 1.7,
    run: ({ runs }) =>
      alternate(
        runs,
        () => timed(() => runNode(program, "--version")),
        () => timed(() => runNode("-e", "0")),
      ),
  },
  {
    name: "integration-packs list",
    floor: "a bare script that prints the same rows",
    unit: "ms",
    target: 1.5,
    run: (scale) =>
      compareLists(scale, (args, packs) =>
        timed(async () => assertRows((await runNode(...args)).output, packs)),
      ),
  },
  {
    name: "Memory of integration-packs list",
    floor: "the bare script",
    unit: "MB",
    target: 1.5,
    run: (scale) =>
      compareLists(scale, async (args, packs) => {
        const preload = `data:text/javascript,${encodeURIComponent(printMemory)}`;
        const { output, errorOutput } = await runNode("--import", preload, ...args);
        assertRows(output, packs);
        return (Number(errorOutput) * 1024) / 1e6;
      }),
  },
];
