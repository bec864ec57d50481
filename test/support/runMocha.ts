import { writeFileSync } from "node:fs";
import { format } from "node:util";

/** What a run of mocha leaves behind. A run that left nothing has crashed. */
export interface TestReport {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** The variable that names the file for the report; beside it, with `.txt`, goes what the tests printed where there is no terminal. */
export const reportVariable = "INTEGRATION_PACKS_TEST_REPORT";

export interface MochaRun {
  readonly files: readonly string[];
  readonly timeoutMs: number;
  /** How often a test that failed is tried again; never when left out. */
  readonly retries?: number;
  /** Whether the output goes to the terminal as it comes, or into the file beside the report. */
  readonly live: boolean;
}

/** Runs test files and leaves the report. Gives the number of failures. */
export async function runMocha({ files, timeoutMs, retries = 0, live }: MochaRun): Promise<number> {
  const { default: Mocha } = await import("mocha");
  if (files.length === 0) throw new Error("There are no tests to run.");
  const output: string[] = [];
  if (!live) Mocha.reporters.Base.consoleLog = (...args: unknown[]) => void output.push(format(...args));
  const mocha = new Mocha({ timeout: timeoutMs, retries, color: true, forbidOnly: true });
  for (const file of files) mocha.addFile(file);
  await mocha.loadFilesAsync();
  return new Promise((resolve) => {
    const runner = mocha.run((failures) => {
      const { passes, failures: failed, pending } = runner.stats ?? { passes: 0, failures, pending: 0 };
      const report: TestReport = { passed: passes, failed, skipped: pending };
      const file = process.env[reportVariable];
      if (file !== undefined) {
        if (!live) writeFileSync(`${file}.txt`, `${output.join("\n")}\n`);
        writeFileSync(file, JSON.stringify(report));
      }
      resolve(failures);
    });
  });
}
