import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { checkout } from "../../../scripts/editor/editor.ts";

describe("starting a script", function () {
  this.timeout(60_000);
  let folder: string;
  before(() => (folder = mkdtempSync(join(tmpdir(), "integration-packs-script-"))));
  after(() => rmSync(folder, { recursive: true, force: true }));

  function run(args: readonly string[], flags: readonly string[] = []) {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [...flags, join(checkout, "scripts/run.js"), ...args],
      { encoding: "utf8" },
    );
    return { status, stdout, stderr };
  }

  /** Writes a script, and gives its path from the project. */
  function script(content: string): string {
    const file = join(folder, "script.mjs");
    writeFileSync(file, content);
    return relative(checkout, file);
  }

  it("passes its arguments on, and ends with its code", () => {
    const file = script("console.log(JSON.stringify(process.argv.slice(2))); process.exitCode = 3;");
    assert.deepEqual(run([file, "--a", "b c"]), { status: 3, stdout: '["--a","b c"]\n', stderr: "" });
  });

  it("prints one line about what the user can fix", () => {
    const { status, stderr } = run(["scripts/test.ts", "--only", "nothing"]);
    assert.match(stderr, /^No layer nothing\. .*\n$/);
    assert.equal(status, 1);
  });

  it("prints one line about an unknown option", () => {
    const { status, stderr } = run(["scripts/test.ts", "--nothing"]);
    assert.match(stderr, /^Unknown option '--nothing'.*\n$/);
    assert.equal(status, 1);
  });

  it("prints one line when a package is missing", () => {
    const { status, stderr } = run([script('import "a-package-that-is-not-there";')]);
    assert.match(stderr, /^A package of the project is missing\. Run `npm ci`\.\n$/);
    assert.equal(status, 1);
  });

  it("prints one line with a Node that does not run TypeScript", () => {
    const { status, stderr } = run(["scripts/test.ts"], ["--no-strip-types"]);
    assert.match(stderr, /^Node 24 is needed, and this is Node \d+\.\d+\.\d+\. Run `npm ci` .*\n$/);
    assert.equal(status, 1);
  });

  it("prints where a fault of the project is", () => {
    const { status, stderr } = run([script("throw new TypeError('a fault');")]);
    assert.match(stderr, /^TypeError: a fault\n +at .*script\.mjs:1/);
    assert.equal(status, 1);
  });
});
