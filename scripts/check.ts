// npm run check: checks types, lint, formatting, that the manifest and the code have the same commands, and translations.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { commandDifferences } from "./check/commandDifferences.ts";
import { localizationProblems } from "./check/localizationProblems.ts";
import { checkout } from "./editor/editor.ts";

const tools: readonly (readonly [name: string, module: string, ...args: string[]])[] = [
  ["types of the extension", "typescript/bin/tsc", "--noEmit", "-p", "."],
  ["types of the webviews", "typescript/bin/tsc", "--noEmit", "-p", "webview-ui"],
  ["types of scripts and tests", "typescript/bin/tsc", "--noEmit", "-p", "test"],
  ["lint", "eslint/bin/eslint.js", ".", "--max-warnings", "0"],
  ["formatting", "prettier/bin/prettier.cjs", "--check", "--log-level", "warn", "."],
];

const failed: string[] = [];
for (const [name, module, ...args] of tools) {
  const { status } = spawnSync(process.execPath, [join("node_modules", module), ...args], {
    cwd: checkout,
    stdio: "inherit",
  });
  report(name, status === 0 ? [] : [`${module} ended with ${status ?? "a signal"}`]);
}
report("commands of the manifest and of the code", await commandDifferences());
report("texts and their translations", localizationProblems(checkout));

if (failed.length > 0) {
  console.error(`\nFailed: ${failed.join(", ")}`);
  process.exitCode = 1;
}

function report(name: string, problems: readonly string[]): void {
  console.log(`${problems.length === 0 ? "ok    " : "FAILED"} ${name}`);
  for (const problem of problems) console.error(`       ${problem}`);
  if (problems.length > 0) failed.push(name);
}
