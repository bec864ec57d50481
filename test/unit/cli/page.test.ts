import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { cliPage } from "../../../scripts/build/cliPage.ts";
import { checkout } from "../../../scripts/editor/editor.ts";
import { commands } from "../../../src/cli/commands.ts";
import { commonOptions } from "../../../src/cli/commonOptions.ts";

describe("docs/cli.md", () => {
  const file = join(checkout, "docs", "cli.md");
  const page = readFileSync(file, "utf8");
  /** The page as Markdown shows it: a bar in a table is escaped. */
  const shown = page.replaceAll("\\|", "|");

  it("is what npm run script scripts/makeCliPage.ts writes from the table of the help", async () => {
    assert.equal(page, await format(cliPage(), { ...(await resolveConfig(file)), filepath: file }));
  });

  it("names every command, option and example of the help", () => {
    const texts = commands().flatMap(({ name, options, examples }) => [
      `### ${name}\n`,
      ...options.map(({ flags }) => `\`${flags}\``),
      ...examples,
    ]);
    for (const text of [...texts, ...commonOptions().map(({ flags }) => `\`${flags}\``)]) {
      assert.ok(shown.includes(text), `the page lacks ${text}`);
    }
  });
});
