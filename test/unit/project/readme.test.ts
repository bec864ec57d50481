import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";

const url = (file: string) => new URL(`../../../${file}`, import.meta.url);
const read = (file: string) => readFileSync(url(file), "utf8");

interface Manifest {
  contributes: {
    commands: { command: string; title: string }[];
    menus: { commandPalette: { command: string; when: string }[] };
    configuration: { properties: Record<string, { default: string }> };
  };
}

/** The cells of every row of the tables in the text. */
function tableRows(text: string): string[][] {
  const rows = text.split("\n").filter((line) => /^\|.*\|$/.test(line));
  return rows.map((line) =>
    line
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim()),
  );
}

describe("the README", () => {
  const { contributes } = JSON.parse(read("package.json")) as Manifest;
  const texts = JSON.parse(read("package.nls.json")) as Record<string, string>;
  const rows = new Map(tableRows(read("README.md")).map(([first = "", second = ""]) => [first, second]));

  it("lists every command of the palette by its title, and no other", () => {
    const hidden = contributes.menus.commandPalette.filter(({ when }) => when === "false");
    const expected = contributes.commands
      .filter(({ command }) => !hidden.some((entry) => entry.command === command))
      .map(({ command, title }) => [`\`${command}\``, texts[title.replaceAll("%", "")]]);
    assert.ok(expected.length > 0);
    const settings = Object.keys(contributes.configuration.properties).map((setting) => `\`${setting}\``);
    const listed = [...rows].filter(([id]) => id.startsWith("`integrationPacks.") && !settings.includes(id));
    assert.deepEqual(listed.sort(), expected.sort());
  });

  it("lists every setting with its default", () => {
    for (const [setting, { default: value }] of Object.entries(contributes.configuration.properties)) {
      assert.equal(rows.get(`\`${setting}\``), value === "" ? "" : `\`${value}\``, setting);
    }
  });

  for (const document of [
    "README.md",
    "CONTRIBUTING.md",
    "docs/architecture.md",
    "docs/agents.md",
    "docs/security.md",
    "docs/accessibility.md",
    "SECURITY.md",
    "SUPPORT.md",
  ]) {
    it(`refers only to files that exist: ${document}`, () => {
      const folder = document.includes("/") ? document.replace(/\/[^/]*$/, "/") : "";
      const text = read(document);
      const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(
        (match) => `${folder}${match[1] ?? ""}`,
      );
      const named = [...text.matchAll(/`((?:src|scripts|media|test|webview-ui)\/[\w./-]+)`/g)].map(
        (match) => match[1] ?? "",
      );
      const missing = [...links, ...named].filter((file) => !existsSync(url(file)));
      assert.deepEqual(missing, []);
    });
  }
});
