import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { removeFolder, temporaryFolder } from "../editor/editor.ts";
import { reportVariable, type TestReport } from "../../test/support/runMocha.ts";

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** Runs tests that leave a report, and gives their counts. A run without one has crashed: that is a failure. */
export async function countTests(work: (env: Record<string, string>) => Promise<void>): Promise<Counts> {
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
      return { passed: 0, failed: 1 };
    }
    const report = JSON.parse(readFileSync(file, "utf8")) as TestReport;
    if (report.skipped > 0) console.log(`${report.skipped} skipped`);
    // A run that failed although every test passed failed on its way out.
    const failedAfterwards = failure !== undefined && report.failed === 0;
    if (failedAfterwards) console.error(failure);
    const nothing = report.passed + report.failed === 0;
    return { passed: report.passed, failed: report.failed + (failedAfterwards || nothing ? 1 : 0) };
  } finally {
    await removeFolder(folder);
  }
}
