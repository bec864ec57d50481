import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { checkout } from "../../../scripts/editor/editor.ts";

const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "*.md"], {
  cwd: checkout,
  encoding: "utf8",
})
  .split("\n")
  .filter((file) => file !== "" && existsSync(join(checkout, file)));

const read = (file: string) => readFileSync(join(checkout, file), "utf8");

/** Links of a document relative to it, also those of pictures. `../../actions` is the repository's page of workflows. */
const linksOf = (document: string) =>
  [...document.replace(/^```.*?^```/gms, "").matchAll(/\]\((?!\w+:|\.\.\/\.\.\/actions\/)([^)\s]*)\)/g)].map(
    ([, link = ""]) => link,
  );

/** The anchors that GitHub gives the headings of a document. */
function anchorsOf(document: string): string[] {
  const headings = document.replace(/^```.*?^```/gms, "").matchAll(/^#+ (.*)$/gm);
  return [...headings].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

describe("links and tables of documents", () => {
  it("are in more than one document", () => {
    assert.ok(files.filter((file) => linksOf(read(file)).length > 0).length > 10);
  });

  for (const file of files) {
    it(`lead to files and headings that exist: ${file}`, () => {
      const broken = linksOf(read(file)).filter((link) => {
        const [path = "", anchor] = link.split("#");
        const target = path === "" ? file : posix.join(posix.dirname(file), path);
        if (!existsSync(join(checkout, target))) return true;
        return anchor !== undefined && !anchorsOf(read(target)).includes(anchor);
      });
      assert.deepEqual(broken, []);
    });

    it(`have the same number of cells in every row of a table: ${file}`, () => {
      const tables = read(file)
        .replace(/^ *```.*?^ *```/gms, "")
        .split(/\n(?! *\|)/);
      for (const table of tables) {
        const rows = table.split("\n").filter((line) => /^ *\|/.test(line));
        const cells = rows.map((row) => row.replaceAll(/`[^`]*`|\\\|/g, "").split("|").length);
        const wrong = rows.filter((_, at) => cells[at] !== cells[0]);
        assert.deepEqual(wrong, []);
      }
    });

    it(`name files that exist: ${file}`, () => {
      const named = read(file).matchAll(/`((?:src|scripts|media|test|webview-ui|bench|docs)\/[\w./-]+)`/g);
      assert.deepEqual(
        [...named].map(([, path = ""]) => path).filter((path) => !existsSync(join(checkout, path))),
        [],
      );
    });
  }
});
