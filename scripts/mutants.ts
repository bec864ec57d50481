// npm run mutants [-- --count N --seed N --parallel N PATH[:LINE]…]: changes an operator, a condition or an await at random
// places of the model, the backends and the scheduler, and counts how often a unit or contract test notices.
import { globSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { checkout } from "./editor/editor.ts";
import { hasNoEffect } from "./mutants/changesWithoutEffect.ts";
import { findMutants } from "./mutants/findMutants.ts";
import { applyMutant, lineOf, type Mutant } from "./mutants/mutant.ts";
import { filesPass, recordTests, testsPass } from "./mutants/runTests.ts";
import { sample } from "./mutants/sample.ts";
import type { ExecutedTest } from "./mutants/testRecord.ts";
import { TestsByFile } from "./mutants/testsByFile.ts";
import { UserError } from "./userError.ts";

const { values, positionals } = parseArgs({
  options: {
    count: { type: "string", default: "60" },
    seed: { type: "string", default: String(Math.floor(Math.random() * 1e6)) },
    parallel: { type: "string", default: String(Math.max(1, Math.floor(availableParallelism() / 2))) },
  },
  allowPositionals: true,
});
const [count, seed, parallel] = [values.count, values.seed, values.parallel].map(toNumber);

const places = (positionals.length > 0 ? positionals : ["src/model", "src/backend", "src/scheduler"]).map(
  (place) => {
    const [path = "", line] = place.split(":");
    return { path, line: line === undefined ? undefined : Number(line) };
  },
);
const sources = new Map(
  globSync("src/**/*.ts", { cwd: checkout })
    .sort()
    .map((file) => [file, readFileSync(join(checkout, file), "utf8")] as const),
);
const mutants = [...sources].flatMap(([file, source]) =>
  findMutants(file, source).filter(
    (mutant) =>
      !hasNoEffect(mutant, source) &&
      places.some(
        ({ path, line }) =>
          (file === path || file.startsWith(`${path}/`)) &&
          (line === undefined || line === lineOf(mutant, source)),
      ),
  ),
);
const chosen = sample(mutants, count ?? 0, seed ?? 0);
if (chosen.length === 0) throw new UserError(`There is nothing to change in ${positionals.join(", ")}.`);
console.log(`${chosen.length} of ${mutants.length} possible changes, --seed ${values.seed}`);

const importers = new TestsByFile();
const { executedBy, allPassed } = await recordTests(
  [...new Set(chosen.flatMap(({ file }) => importers.of(file)))].sort(),
  chosen.map(({ file, expressionStart }) => ({
    url: pathToFileURL(join(checkout, file)).href,
    offset: expressionStart,
  })),
);
if (!allPassed) {
  console.log(
    "The tests above fail without a change, so they do not count. Run npm test -- --only unit,contract.",
  );
}

const survivors: Mutant[] = [];
const waiting = chosen.map((mutant, index) => ({ mutant, tests: executedBy[index] ?? [] }));
await Promise.all(Array.from({ length: parallel ?? 1 }, runWaiting));

console.log(`\n${chosen.length - survivors.length} of ${chosen.length} were noticed. Not noticed:`);
for (const mutant of survivors) console.log(describe(mutant));

async function runWaiting(): Promise<void> {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { mutant, tests } = next;
    const survived = await survives(mutant, tests);
    if (survived) survivors.push(mutant);
    console.log(`${survived ? "NOT NOTICED" : "noticed    "} ${describe(mutant)}`);
  }
}

/** What no test executes itself may run while a file is loaded, or in a process that a test starts. */
function survives(mutant: Mutant, tests: readonly ExecutedTest[]): Promise<boolean> {
  const { file } = mutant;
  const substitute = { file, source: applyMutant(mutant, sourceOf(mutant)) };
  return tests.length > 0 ? testsPass(tests, substitute) : filesPass(importers.of(file), substitute);
}

function describe(mutant: Mutant): string {
  const { file, original, replacement } = mutant;
  const source = sourceOf(mutant);
  const line = lineOf(mutant, source);
  const text = source.split("\n")[line - 1]?.trim() ?? "";
  return `${file}:${line} ${JSON.stringify(original)} → ${JSON.stringify(replacement)} in ${text}`;
}

function sourceOf({ file }: Mutant): string {
  return sources.get(file) ?? "";
}

function toNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new UserError(`${text} is not a number.`);
  return Number(text);
}
