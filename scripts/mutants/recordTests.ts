// A plugin of mocha that records which tests execute given positions of source files, by V8's coverage.
import { readFileSync, writeFileSync } from "node:fs";
import { Session, type Profiler } from "node:inspector";
import type { RootHookObject } from "mocha";
import { recordVariable, type ExecutedTest, type Position, type TestRecord } from "./testRecord.ts";

const file = process.env[recordVariable] ?? "";
const { positions } = JSON.parse(readFileSync(file, "utf8")) as { readonly positions: readonly Position[] };
const executedBy: ExecutedTest[][] = positions.map(() => []);

const session = new Session();
session.connect();
session.post("Profiler.enable");
session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });

/** What was executed since it was taken last. */
function takeCoverage(): readonly Profiler.ScriptCoverage[] {
  let scripts: readonly Profiler.ScriptCoverage[] = [];
  session.post("Profiler.takePreciseCoverage", (_error, { result }) => (scripts = result));
  return scripts;
}

/** Whether a function executed the position. Code outside functions runs once, in whichever test loads the file first. */
function isExecuted(functions: readonly Profiler.FunctionCoverage[], offset: number): boolean {
  const [innermost] = functions
    .flatMap(({ ranges }) => ranges)
    .filter(({ startOffset, endOffset }) => startOffset <= offset && offset < endOffset)
    .sort((one, other) => one.endOffset - one.startOffset - (other.endOffset - other.startOffset));
  return innermost !== undefined && innermost.startOffset > 0 && innermost.count > 0;
}

export const mochaHooks: RootHookObject = {
  // What runs while files are loaded belongs to no test.
  beforeAll: () => void takeCoverage(),
  afterEach(this: Mocha.Context) {
    const test = this.currentTest;
    const scripts = takeCoverage();
    for (const [index, { url, offset }] of positions.entries()) {
      // A file is several scripts when it was loaded in several ways.
      const isReached = scripts.some((each) => each.url === url && isExecuted(each.functions, offset));
      // A test that fails without a change would seem to notice every one.
      if (!isReached || test?.state !== "passed") continue;
      executedBy[index]?.push({
        file: test.file ?? "",
        title: test.fullTitle(),
        milliseconds: test.duration ?? 0,
      });
    }
  },
  afterAll() {
    const record: TestRecord = { positions, executedBy };
    writeFileSync(file, JSON.stringify(record));
  },
};
