import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { checkout } from "../../../../scripts/editor/editor.ts";
import { countTests, countTestsTwice } from "../../../../scripts/test/report.ts";

describe("the counts of a run of tests", function () {
  this.timeout(60_000);
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "integration-packs-counts-"))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function write(name: string, content: string): string {
    const file = join(folder, name);
    writeFileSync(file, content);
    return file;
  }

  /** Runs mocha on the files in a process of its own, without showing what it prints. */
  const run = (files: readonly string[]) =>
    countTests(async (env) => {
      const program = join(checkout, "test/support/mocha/mochaProgram.ts");
      await promisify(execFile)(process.execPath, [program, "10000", ...files], {
        env: { ...process.env, ...env },
      });
    });

  const skipping = `describe("a subject", () => {
    it("passes", () => undefined);
    it("needs what is missing", function () { this.skip(); });
  });`;

  it("name the tests that were skipped, also those of a skipped group", async () => {
    const file = write(
      "a.test.mjs",
      `${skipping}\ndescribe("a group", () => {
      before(function () { this.skip(); });
      it("is not run", () => undefined);
    });`,
    );
    const { passed, failed, skipped } = await run([file]);
    assert.deepEqual(
      { passed, failed, skipped },
      {
        passed: 1,
        failed: 0,
        skipped: ["a subject needs what is missing", "a group is not run"],
      },
    );
  });

  it("name skipped tests once when another file is run a second time", async () => {
    const mark = join(folder, "mark");
    const files = [
      write("a.test.mjs", skipping),
      write(
        "b.test.mjs",
        `import { existsSync, writeFileSync } from "node:fs";
        it("passes the second time", () => {
          if (existsSync(${JSON.stringify(mark)})) return;
          writeFileSync(${JSON.stringify(mark)}, "");
          throw new Error("the first time");
        });`,
      ),
    ];
    const { passed, failed, skipped } = await countTestsTwice(files, run);
    assert.deepEqual(
      { passed, failed, skipped },
      { passed: 2, failed: 0, skipped: ["a subject needs what is missing"] },
    );
  });
});
