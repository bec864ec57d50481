// Measures what the product promises against its floors and prints one table. `--short` for a quick look.
import { writeFileSync } from "node:fs";
import type { Measure, Scale } from "./measure.ts";
import { packList } from "./measures/packList.ts";
import { release } from "./measures/release.ts";
import { schedulerStart } from "./measures/schedulerStart.ts";
import { sizeMeasures } from "./measures/sizes.ts";
import { formatTable, toLine, type Line } from "./report.ts";

const short = process.argv.includes("--short");
const scale: Scale = short
  ? { runs: 3, packs: 50, schedules: 10_000 }
  : { runs: 11, packs: 1000, schedules: 100_000 };

const measures: readonly Measure[] = [packList, release, schedulerStart, ...sizeMeasures];

const lines: Line[] = [];
for (const measure of measures) {
  console.error(`${measure.name}…`);
  lines.push(toLine(measure, await measure.run(scale)));
}
writeFileSync("bench-results.json", `${JSON.stringify({ scale, lines }, null, 2)}\n`);
console.log(formatTable(lines));
