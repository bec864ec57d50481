import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { removeFolder, temporaryFolder } from "../editor/editor.ts";
import { reportVariable, type Counts, type TestReport } from "../../test/support/mocha/runMocha.ts";

export type { Counts };

/** The outcome of a layer; `summaries` are lines that tests of many runs say, `skipped` the titles of skipped tests. */
export interface LayerResult extends Counts {
  readonly skipped?: readonly string[];
  readonly summaries?: readonly string[];
}

/** The counts of a run, in all and by file. What failed outside every file is in `failed` only. */
export type FileCounts = TestReport;

/** Runs tests that leave a report, and gives their counts. A run without one has crashed: that is a failure. */
export async function countTests(work: (env: Record<string, string>) => Promise<void>): Promise<FileCounts> {
  const folder = await temporaryFolder("report");
  const file = join(folder, "report.json");
  let failure: unknown;
  try {
    await work({ [reportVariable]: file });
  } catch (error) {
    failure = error;
  }
  try {
    if (existsSync(`${file}.txt`)) process.stdout.write(readFileSync(`${file}.txt`));
    if (!existsSync(file)) {
      console.error("The tests ended without a report:", failure ?? "no error was given");
      return { passed: 0, failed: 1, skipped: [], files: {}, summaries: [] };
    }
    const report = JSON.parse(readFileSync(file, "utf8")) as TestReport;
    // A run that failed although every test passed failed on its way out.
    const failedAfterwards = failure !== undefined && report.failed === 0;
    if (failedAfterwards) console.error(failure);
    const nothing = report.passed + report.failed === 0;
    return { ...report, failed: report.failed + (failedAfterwards || nothing ? 1 : 0) };
  } finally {
    await removeFolder(folder);
  }
}

/**
 * Runs test files, and those in which a test failed a second time, in a process and an editor of their own: what a
 * failed test left behind is gone then. The second time counts; what it made good is printed.
 */
export async function countTestsTwice(
  files: readonly string[],
  run: (files: readonly string[]) => Promise<FileCounts>,
): Promise<FileCounts> {
  const first = await run(files);
  const failed = Object.keys(first.files).filter((file) => (first.files[file]?.failed ?? 0) > 0);
  if (failed.length === 0) return first;
  console.log(`\nA second time, by themselves:\n${failed.map((file) => `  ${file}\n`).join("")}`);
  const second = await run(failed);
  const before = failed.map((file) => first.files[file] ?? { passed: 0, failed: 0 });
  const minus = (which: keyof Counts) => before.reduce((sum, counts) => sum + counts[which], 0);
  const made = minus("failed") - second.failed;
  if (made > 0) console.log(`${made} of the failed tests passed the second time.`);
  return {
    // Both times the same tests are skipped.
    ...first,
    passed: first.passed - minus("passed") + second.passed,
    failed: first.failed - minus("failed") + second.failed,
  };
}
