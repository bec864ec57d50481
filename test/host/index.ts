import { globSync } from "node:fs";
import { join } from "node:path";
import { reportVariable, runMocha } from "../support/mocha/runMocha.ts";

/** Runs every bundled test beside this file in the extension host. VS Code calls it. */
export async function run(): Promise<void> {
  const files = globSync("**/*.test.cjs", { cwd: __dirname }).sort();
  const failures = await runMocha({
    files: files.map((file) => join(__dirname, file)),
    timeoutMs: 60_000,
    // Without a report the debugger started the run: its console shows the output.
    live: process.env[reportVariable] === undefined,
  });
  if (failures > 0) throw new Error(`${failures} tests failed.`);
}
