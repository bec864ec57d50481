import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");

describe("the extension's manifest", () => {
  const manifest = read("package.json");
  const texts = Object.keys(JSON.parse(read("package.nls.json")) as Record<string, string>);
  const used = new Set([...manifest.matchAll(/"%([^%"]+)%"/g)].map((match) => match[1]));

  it("takes every text from package.nls.json", () => {
    assert.deepEqual(
      [...used].filter((key) => key === undefined || !texts.includes(key)),
      [],
    );
  });

  it("leaves no text of package.nls.json unused", () => {
    assert.deepEqual(
      texts.filter((key) => !used.has(key)),
      [],
    );
  });

  it("shows at most three inline actions a row", () => {
    const { contributes } = JSON.parse(manifest) as {
      contributes: { menus: Record<string, { command: string; when: string; group: string }[]> };
    };
    const rows = [
      "pack releasable",
      "pack releasable scheduled",
      "schedule scheduled",
      "component",
      "version",
      "problem",
    ];
    for (const row of rows) {
      const inline = (contributes.menus["view/item/context"] ?? []).filter(({ when, group }) => {
        const words = /viewItem =~ \/(.*)\/$/.exec(when)?.[1] ?? "";
        return (
          group.startsWith("inline") && when.includes("integrationPacks.packs") && new RegExp(words).test(row)
        );
      });
      assert.ok(inline.length <= 3, `${row}: ${inline.length}`);
    }
  });
});
