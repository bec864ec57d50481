// npm test [-- --only LAYER,… [FILE…]]: builds, runs the layers of tests one after the other, and adds up what passed.
import { execFileSync } from "node:child_process";
import { parseArgs } from "node:util";
import { checkout } from "./editor/editor.ts";
import { layers } from "./test/layers.ts";
import type { Counts } from "./test/report.ts";

const { values, positionals } = parseArgs({
  options: { only: { type: "string", multiple: true, default: [] } },
  allowPositionals: true,
});
const only = values.only.flatMap((names) => names.split(","));
const unknown = only.filter((name) => !layers.some((layer) => layer.name === name));
if (unknown.length > 0) {
  throw new Error(`No layer ${unknown.join(", ")}. There are ${layers.map(({ name }) => name).join(", ")}.`);
}

execFileSync(process.execPath, ["esbuild.js"], { cwd: checkout, stdio: "inherit" });

const results: { name: string; counts: Counts; seconds: number }[] = [];
for (const { name, run } of layers) {
  if (only.length > 0 && !only.includes(name)) continue;
  console.log(`\n=== ${name} ===\n`);
  const start = performance.now();
  const counts = await run(positionals).catch((error: unknown) => {
    console.error(error);
    return { passed: 0, failed: 1 };
  });
  results.push({ name, counts, seconds: Math.round((performance.now() - start) / 1000) });
}

console.log("\n=== result ===\n");
for (const { name, counts, seconds } of results) {
  console.log(`${name.padEnd(12)} ${counts.passed} passed, ${counts.failed} failed (${seconds} s)`);
}
const sum = (which: keyof Counts) => results.reduce((total, { counts }) => total + counts[which], 0);
console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
process.exitCode = sum("failed") === 0 ? 0 : 1;
