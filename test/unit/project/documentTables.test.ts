import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkout } from "../../../scripts/editor/editor.ts";
import { maximumComponents, maximumDescriptionLength } from "../../../src/model/pack/pack.ts";
import { maximumNormalizedLength } from "../../../src/comparison/normalizeXml.ts";

const read = (file: string) => readFileSync(join(checkout, file), "utf8");

interface Manifest {
  contributes: {
    commands: { command: string; title: string }[];
    menus: { commandPalette: { command: string; when: string }[] };
    configuration: { properties: Record<string, { default: string }> };
  };
}

/** The first two cells of every row of the tables of a document. */
function tableRows(document: string): Map<string, string> {
  const rows = read(document)
    .split("\n")
    .filter((line) => /^\|.*\|$/.test(line))
    .map((line) => line.split("|").map((cell) => cell.trim()));
  return new Map(rows.map(([, first = "", second = ""]) => [first, second]));
}

/** Every word between backquotes in the first cells of the tables of a document. */
const namesIn = (document: string) =>
  [...tableRows(document).keys()].flatMap((cell) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name),
  );

describe("the tables of the documents", () => {
  const { contributes } = JSON.parse(read("package.json")) as Manifest;
  const texts = JSON.parse(read("package.nls.json")) as Record<string, string>;

  it("docs/commands.md lists every command of the palette by its title, and no other", () => {
    const hidden = contributes.menus.commandPalette.filter(({ when }) => when === "false");
    const expected = contributes.commands
      .filter(({ command }) => !hidden.some((entry) => entry.command === command))
      .map(({ command, title }) => [`\`${command}\``, texts[title.replaceAll("%", "")]]);
    assert.ok(expected.length > 0);
    const listed = [...tableRows("docs/commands.md")].filter(([id]) => id.startsWith("`integrationPacks."));
    assert.deepEqual(listed.sort(), expected.sort());
  });

  it("docs/settings.md lists every setting with its default, and no other", () => {
    const expected = Object.entries(contributes.configuration.properties).map(
      ([setting, { default: value }]) => [`\`${setting}\``, value === "" ? "" : `\`${value}\``],
    );
    const listed = [...tableRows("docs/settings.md")].filter(([id]) => id.startsWith("`integrationPacks."));
    assert.deepEqual(listed.sort(), expected.sort());
  });

  it("docs/limits.md has the numbers of the code", () => {
    const constant = (file: string, pattern: RegExp) =>
      Number(pattern.exec(read(file))?.[1]?.replaceAll("_", ""));
    const backups = "src/backend/local/backup/backupFolder.ts";
    const rows = tableRows("docs/limits.md");
    const expected = {
      "components of a pack": maximumComponents,
      "characters of a pack's description": maximumDescriptionLength,
      // The summary of the comparison is a row, too.
      "included components in a comparison; compare single components then":
        constant("src/comparison/openComparison.ts", /maximumRows = (\d+)/) - 1,
      "characters of XML that are formatted; longer XML is shown as it is": maximumNormalizedLength,
      "daily backups of a store": constant(backups, /maximumDaily = (\d+)/),
      "stores that an import or a restore replaced": constant(backups, /maximumOthers = (\d+)/),
      "rows that are read from Boomi at once": constant(
        "src/backend/platform/http/queries.ts",
        /rows: ([\d_]+)/,
      ),
      "packs in a plan that an agent drafts": constant("src/agents/tools/draftPlan.ts", /mostPacks = (\d+)/),
    };
    for (const [limit, value] of Object.entries(expected))
      assert.equal(rows.get(limit), value.toLocaleString("en"), limit);
  });

  it("docs/api.md lists every member of the API and every code", () => {
    const members = (file: string, of: string) => {
      const body = read(file).split(`export interface ${of} `)[1]?.split(/^}/m)[0] ?? "";
      return [...body.matchAll(/^ {2}(?:readonly )?(\w+)[(:]/gm)].map(([, name = ""]) => name);
    };
    const own = members("src/api/integrationPacksApi.ts", "IntegrationPacksApi").filter(
      (name) => name !== "manage",
    );
    const plans = members("src/api/planApi.ts", "PlanApi");
    const manage = members("src/api/manageApi.ts", "ManageApi").map((name) => `manage.${name}`);
    const union =
      read("src/api/integrationPacksApi.ts").split("export type ApiErrorCode =")[1]?.split(";\n")[0] ?? "";
    const codes = [...union.matchAll(/\| "(\w+)"/g)].map(([, code = ""]) => code);
    for (const part of [own, plans, manage, codes]) assert.ok(part.length >= 4, part.join());
    assert.deepEqual(namesIn("docs/api.md").sort(), [...own, ...plans, ...manage, ...codes].sort());
  });
});
