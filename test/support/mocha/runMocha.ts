import { writeFileSync } from "node:fs";
import { format } from "node:util";
import { summaries } from "./summarize.ts";

/** How many tests passed and failed, in one file or in all. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** The report that a run of mocha writes. A run without a report has crashed. */
export interface TestReport extends Counts {
  /** The full titles of the tests that were skipped. */
  readonly skipped: readonly string[];
  readonly files: Readonly<Record<string, Counts>>;
  /** The lines that tests passed to `summarize`. */
  readonly summaries: readonly string[];
}

/**
 * The environment variable with the path of the report. Where there is no terminal, the output goes to the same path
 * with `.txt`.
 */
export const reportVariable = "INTEGRATION_PACKS_TEST_REPORT";

export interface MochaRun {
  readonly files: readonly string[];
  readonly timeoutMs: number;
  /** Whether the output goes to the terminal. Otherwise it goes to the file beside the report. */
  readonly live: boolean;
}

/** Runs test files, writes the report, and returns the number of failures. */
export async function runMocha({ files, timeoutMs, live }: MochaRun): Promise<number> {
  const { default: Mocha } = await import("mocha");
  if (files.length === 0) throw new Error("There are no tests to run.");
  const output: string[] = [];
  if (!live) Mocha.reporters.Base.consoleLog = (...args: unknown[]) => void output.push(format(...args));
  const mocha = new Mocha({ timeout: timeoutMs, color: true, forbidOnly: true });
  for (const file of files) mocha.addFile(file);
  await mocha.loadFilesAsync();
  const counts = new Map<string, { passed: number; failed: number }>();
  const skipped: string[] = [];
  return new Promise((resolve) => {
    const runner = mocha.run((failures) => {
      const { passes, failures: failed } = runner.stats ?? { passes: 0, failures };
      const report: TestReport = {
        passed: passes,
        failed,
        skipped,
        files: Object.fromEntries(counts),
        summaries,
      };
      const file = process.env[reportVariable];
      if (file !== undefined) {
        if (!live) writeFileSync(`${file}.txt`, `${output.join("\n")}\n`);
        writeFileSync(file, JSON.stringify(report));
      }
      resolve(failures);
    });
    const count = (which: keyof Counts) => (test: Runnable) => {
      // A hook has no file of its own. A hook outside every `describe` belongs to no file.
      const file = test.file ?? test.parent?.file;
      if (file === undefined) return;
      const ofFile = counts.get(file) ?? { passed: 0, failed: 0 };
      ofFile[which] += 1;
      counts.set(file, ofFile);
    };
    runner.on("pass", count("passed"));
    runner.on("fail", count("failed"));
    runner.on("pending", (test) => void skipped.push(test.fullTitle()));
  });
}

interface Runnable {
  readonly file?: string | undefined;
  readonly parent?: { readonly file?: string | undefined } | undefined;
}
