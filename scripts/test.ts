// npm test [-- --only LAYER,… [FILE…]]: builds, runs the test layers one after another, and prints the counts.
// For the fault tests: --full runs them at full length, --seed N repeats the random choices of an earlier run.
import { execFileSync } from "node:child_process";
import { parseArgs } from "node:util";
import { checkout } from "./editor/editor.ts";
import { layers, type RunOptions } from "./test/layers.ts";
import type { LayerResult } from "./test/report.ts";
import { describeFailure, UserError } from "./userError.ts";

const { values, positionals } = parseArgs({
  options: {
    only: { type: "string", multiple: true, default: [] },
    full: { type: "boolean", default: false },
    seed: { type: "string" },
  },
  allowPositionals: true,
});
const only = values.only.flatMap((names) => names.split(","));
const unknown = only.filter((name) => !layers.some((layer) => layer.name === name));
if (unknown.length > 0) {
  throw new UserError(
    `No layer ${unknown.join(", ")}. There are ${layers.map(({ name }) => name).join(", ")}.`,
  );
}
if (values.seed !== undefined && !/^\d{1,10}$/.test(values.seed)) {
  throw new UserError(`--seed takes a number that an earlier run has printed, not ${values.seed}.`);
}
const options: RunOptions = {
  wanted: positionals,
  full: values.full,
  ...(values.seed !== undefined && { seed: Number(values.seed) }),
};

execFileSync(process.execPath, ["esbuild.js"], { cwd: checkout, stdio: "inherit" });

const results: { name: string; counts: LayerResult; seconds: number }[] = [];
for (const { name, run } of layers) {
  if (only.length > 0 && !only.includes(name)) continue;
  console.log(`\n=== ${name} ===\n`);
  const start = performance.now();
  const counts = await run(options).catch((error: unknown): LayerResult => {
    console.error(describeFailure(error));
    return { passed: 0, failed: 1 };
  });
  results.push({ name, counts, seconds: Math.round((performance.now() - start) / 1000) });
}

console.log("\n=== result ===\n");
for (const { name, counts, seconds } of results) {
  for (const line of counts.summaries ?? []) console.log(`  ${line}`);
  for (const title of counts.skipped ?? []) console.log(`  skipped: ${title}`);
  console.log(`${name.padEnd(12)} ${countsText(counts)} (${seconds} s)`);
}
const sum = (which: "passed" | "failed") => results.reduce((total, { counts }) => total + counts[which], 0);
const skipped = results.flatMap(({ counts }) => counts.skipped ?? []);
console.log(`\n${countsText({ passed: sum("passed"), failed: sum("failed"), skipped })}`);
process.exitCode = sum("failed") === 0 ? 0 : 1;

function countsText({ passed, failed, skipped = [] }: LayerResult): string {
  const counts = `${passed} passed, ${failed} failed`;
  return skipped.length === 0 ? counts : `${counts}, ${skipped.length} skipped`;
}
