import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { publishingProblems } from "../../../scripts/check/publishingProblems.ts";

const checkout = join(import.meta.dirname, "../../..");

describe("publishing", () => {
  const manifest = JSON.parse(readFileSync(join(checkout, "package.json"), "utf8")) as Record<
    string,
    unknown
  >;
  const real = {
    version: "1.2.0",
    repository: { url: "https://github.com/owner/name.git" },
    homepage: "https://github.com/owner/name#readme",
    bugs: { url: "https://github.com/owner/name/issues" },
    qna: "https://github.com/owner/name/discussions",
  };

  it("accepts a manifest with real addresses", () => {
    assert.deepEqual(publishingProblems(real, { isPreRelease: false }), []);
    assert.deepEqual(publishingProblems({ ...real, version: "1.3.4" }, { isPreRelease: true }), []);
  });

  it("refuses a placeholder in any of the addresses", () => {
    for (const key of ["homepage", "qna"]) {
      const [problem = ""] = publishingProblems(
        { ...real, [key]: "https://git.example.com/x" },
        { isPreRelease: false },
      );
      assert.ok(problem.includes(key), problem);
    }
    for (const key of ["repository", "bugs"]) {
      const [problem = ""] = publishingProblems(
        { ...real, [key]: { url: "https://example.org" } },
        { isPreRelease: false },
      );
      assert.ok(problem.includes(key), problem);
    }
  });

  it("has odd minor versions for pre-releases only", () => {
    assert.match(
      publishingProblems({ ...real, version: "1.3.0" }, { isPreRelease: false }).join(),
      /even minor/,
    );
    assert.match(publishingProblems(real, { isPreRelease: true }).join(), /odd minor/);
    assert.match(
      publishingProblems({ ...real, version: "1.2.0-beta" }, { isPreRelease: false }).join(),
      /three numbers/,
    );
  });

  it("keeps the address of the repository in package.json alone", () => {
    const { repository } = manifest as { repository: { url: string } };
    const address = repository.url.replace(/^https:\/\//, "").replace(/\.git$/, "");
    const files = execFileSync("git", ["grep", "--files-with-matches", "--fixed-strings", address], {
      cwd: checkout,
      encoding: "utf8",
    });
    assert.deepEqual(files.trim().split("\n"), ["package.json"]);
  });
});
