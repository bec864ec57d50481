import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";

const checkout = join(import.meta.dirname, "../../..");
const manifest = JSON.parse(readFileSync(join(checkout, "package.json"), "utf8")) as {
  scripts: Record<string, string>;
};

describe("the workflows", () => {
  const files = globSync(".github/workflows/*.yml", { cwd: checkout });
  const workflows = files.map((file) => [file, readFileSync(join(checkout, file), "utf8")] as const);

  it("exist for tests, code scanning and releases", () => {
    assert.deepEqual(files.map((file) => file.split(/[/\\]/).at(-1)).sort(), [
      "ci.yml",
      "codeql.yml",
      "release.yml",
    ]);
  });

  for (const [file, text] of workflows) {
    describe(file, () => {
      it("pins every action by its hash, with the version beside it", () => {
        const uses = [...text.matchAll(/uses: *(.*)$/gm)].map(([, used = ""]) => used);
        assert.ok(uses.length > 0);
        for (const used of uses) assert.match(used, /^[\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
      });

      it("may read the content only, unless a job says otherwise", () => {
        assert.match(text, /^permissions:\n {2}contents: read\n/m);
        assert.doesNotMatch(text, /write-all|permissions: *\{\}/);
      });

      it("leaves no credentials behind a checkout, and uses no stored token", () => {
        const checkouts = text.split("actions/checkout@").slice(1);
        for (const step of checkouts) assert.match(step.slice(0, 200), /persist-credentials: false/);
        assert.doesNotMatch(text, /secrets\./);
        assert.doesNotMatch(text, /pull_request_target/);
      });

      it("has a limit of time for every job", () => {
        const jobs = text.match(/^ {4}runs-on:/gm) ?? [];
        assert.equal((text.match(/^ {4}timeout-minutes:/gm) ?? []).length, jobs.length);
      });

      it("runs only scripts that exist", () => {
        const scripts = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, script = ""]) => script);
        for (const script of scripts) assert.ok(script in manifest.scripts, script);
        if (text.includes(".ci/run")) assert.ok(existsSync(join(checkout, ".ci/run")));
      });

      it("puts nothing that others write into a command", () => {
        const commands = text.match(/run: (?:\|\n(?: {10,}.*\n)+|.*)/g) ?? [];
        for (const command of commands) assert.doesNotMatch(command, /\$\{\{/, command);
      });
    });
  }

  it("fail where something cannot be published, and attach nothing then", () => {
    const [, release = ""] = workflows.find(([file]) => file.endsWith("release.yml")) ?? [];
    assert.doesNotMatch(release, /continue-on-error|\|\| *true|--skip-duplicate|if: *always/);
    assert.match(release, /^ {2}github:\n.*\n {4}needs: \[build, marketplace, open-vsx\]$/m);
    for (const registry of ["marketplace", "open-vsx"])
      assert.match(release, new RegExp(`^  ${registry}:\n.*\n    needs: build$`, "m"));
    const commands = release.split("\n").filter((line) => line.includes("npm run publishable"));
    assert.equal(commands.length, 2);
  });

  it("publish to each registry by the identity of the workflow, what was built once", () => {
    const [, release = ""] = workflows.find(([file]) => file.endsWith("release.yml")) ?? [];
    assert.match(release, /vsce publish --oidc --packagePath released\/integration-packs\.vsix/);
    assert.match(
      release,
      /ovsx@\d+\.\d+\.\d+ publish released\/integration-packs\.vsix --trusted-publishing/,
    );
    assert.equal((release.match(/sha256sum --check --strict SHA256SUMS/g) ?? []).length, 3);
    assert.equal((release.match(/id-token: write/g) ?? []).length, 3);
  });
});
