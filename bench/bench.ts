// npm run bench [-- --short] [-- --only TEXT…]: compares the speed and size of the product with its floors, and prints a table.
// `--short`: a quick look. `--only`: the measures whose names contain one of the texts.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { UserError } from "../scripts/userError.ts";
import { lazy } from "../src/base/lazy.ts";
import { BenchEditor } from "./editor/benchEditor.ts";
import type { Measure, Scale } from "./measure.ts";
import { commandLineMeasures } from "./measures/commandLineMeasures.ts";
import { overviewMeasures } from "./measures/overviewMeasures.ts";
import { packListMeasure } from "./measures/packListMeasure.ts";
import { planMeasures } from "./measures/planMeasures.ts";
import { platformMeasures } from "./measures/platformMeasures.ts";
import { releaseMeasure } from "./measures/releaseMeasure.ts";
import { schedulerStartMeasure } from "./measures/schedulerStartMeasure.ts";
import { severalPacksMeasures } from "./measures/severalPacksMeasures.ts";
import { sharedRecordsMeasures } from "./measures/sharedRecordsMeasures.ts";
import { sizeMeasures } from "./measures/sizeMeasures.ts";
import { startUpMeasures } from "./measures/startUpMeasures.ts";
import { treeMeasures } from "./measures/treeMeasures.ts";
import { wizardMeasures } from "./measures/wizardMeasures.ts";
import { formatTable, toLine, type Line } from "./resultTable.ts";

const { values, positionals } = parseArgs({
  options: {
    short: { type: "boolean", default: false },
    only: { type: "string", multiple: true, default: [] },
  },
  allowPositionals: true,
});
const scale: Scale = values.short
  ? { runs: 5, packs: 50, schedules: 10_000 }
  : { runs: 11, packs: 1000, schedules: 100_000 };

// Bundle as for release.
execFileSync(process.execPath, ["esbuild.js", "--production"], { stdio: "inherit" });

let editor: BenchEditor | undefined;
const startedEditor = lazy(async () => (editor = await BenchEditor.start()));

const measures: readonly Measure[] = [
  packListMeasure,
  releaseMeasure,
  schedulerStartMeasure,
  ...planMeasures,
  ...platformMeasures,
  ...sharedRecordsMeasures,
  ...commandLineMeasures,
  ...startUpMeasures(startedEditor),
  ...wizardMeasures(startedEditor),
  ...severalPacksMeasures(startedEditor),
  ...overviewMeasures(startedEditor),
  ...treeMeasures(startedEditor),
  ...sizeMeasures,
];

const only = [...values.only, ...positionals].map((text) => text.toLowerCase());
const chosen = measures.filter(
  ({ name }) => only.length === 0 || only.some((text) => name.toLowerCase().includes(text)),
);
if (chosen.length === 0)
  throw new UserError(`No such measure. There are: ${measures.map(({ name }) => name).join("; ")}`);

const lines: Line[] = [];
try {
  for (const measure of chosen) {
    const start = performance.now();
    try {
      lines.push(toLine(measure, await measure.run(scale)));
    } catch (error) {
      console.error(`${measure.name} could not be measured:`, error);
      // The short form reports what it can measure.
      if (!values.short) process.exitCode = 1;
    }
    console.error(`${measure.name} (${Math.round((performance.now() - start) / 1000)} s)`);
  }
} finally {
  await editor?.close();
}
if (lines.length === 0) process.exitCode = 1;
writeFileSync("bench-results.json", `${JSON.stringify({ scale, lines }, null, 2)}\n`);
console.log(formatTable(lines));
