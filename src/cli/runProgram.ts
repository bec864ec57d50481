import { runCli } from "./runCli.ts";
import { hideSqliteWarning } from "./terminal/hideSqliteWarning.ts";
import { processSurroundings } from "./terminal/processSurroundings.ts";

/** Runs the command line in this process, and ends it. */
export async function runProgram(): Promise<never> {
  hideSqliteWarning();
  // At once: what a second signal left running must not delay the end.
  process.exit(await runCli(processSurroundings()));
}
