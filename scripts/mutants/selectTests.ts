// A plugin of mocha that skips all tests but those with the full titles in a file.
import { readFileSync } from "node:fs";
import type { RootHookObject } from "mocha";
import { selectVariable } from "./selectVariable.ts";

const titles = new Set(JSON.parse(readFileSync(process.env[selectVariable] ?? "", "utf8")) as string[]);

export const mochaHooks: RootHookObject = {
  beforeEach(this: Mocha.Context) {
    if (!titles.has(this.currentTest?.fullTitle() ?? "")) this.skip();
  },
};
