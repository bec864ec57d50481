import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkout } from "../../../scripts/editor/editor.ts";

describe("docs/security.md", () => {
  const page = readFileSync(join(checkout, "docs/security.md"), "utf8");
  const section = page.split("## Where it is tested")[1] ?? "";
  const rows = section
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .slice(2)
    .map((line) => line.split("|").map((cell) => cell.trim()));

  it("names tests that exist behind every promise", () => {
    assert.ok(rows.length >= 15);
    for (const [, promise = "", tests = ""] of rows) {
      const named = [...tests.matchAll(/`(test\/[^`]+)`/g)].map(([, name = ""]) => name);
      assert.ok(named.length > 0, promise);
      for (const name of named) {
        const files = name.endsWith(".ts") ? [name] : globSync(`${name}/**/*.ts`, { cwd: checkout });
        const tested = files.filter((file) => /\bit\(/.test(readFileSync(join(checkout, file), "utf8")));
        assert.ok(tested.length > 0, `${promise}: ${name} has no test`);
      }
    }
  });
});
