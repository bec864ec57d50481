import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

const read = (file: string) => readFileSync(new URL(`../../../${file}`, import.meta.url), "utf8");

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

  it("contains no English text that a person reads", () => {
    const shown =
      /^(title|description|markdownDescription|displayName|name|contents|label|\w*Descriptions|category)$/;
    const english: string[] = [];
    const visit = (value: unknown, key: string): void => {
      if (typeof value === "string" && shown.test(key) && !/^(%.+%|[\w.]+_\w+)$/.test(value))
        english.push(`${key}: ${value}`);
      if (Array.isArray(value)) for (const item of value) visit(item, key);
      else if (typeof value === "object" && value !== null) {
        // A model reads the schema of a tool.
        for (const [name, each] of Object.entries(value)) if (name !== "inputSchema") visit(each, name);
      }
    };
    visit((JSON.parse(manifest) as { contributes: unknown }).contributes, "");
    assert.deepEqual(english, []);
  });

  it("offers commands that not every backend supports only where the backend supports them", () => {
    const { contributes } = JSON.parse(manifest) as {
      contributes: { menus: Record<string, { command: string; when: string }[]> };
    };
    const needed: Readonly<Record<string, string>> = {
      "integrationPacks.cancelSchedule": "cancellable",
      "integrationPacks.applyPendingUpdate": "integrationPacks.canApplyPendingUpdate",
    };
    const entries = contributes.menus["view/item/context"]?.filter(({ command }) => command in needed) ?? [];
    assert.ok(entries.length > 0);
    for (const { command, when } of entries) assert.ok(when.includes(needed[command] ?? "?"), when);
  });

  it("has a welcome text for every reason why the packs cannot be read", () => {
    const { contributes } = JSON.parse(manifest) as {
      contributes: { viewsWelcome: { view: string; contents: string; when: string }[] };
    };
    const code = read("src/contributions.ts");
    const union = /type ViewProblem =([^;]*);/.exec(code)?.[1] ?? "";
    const problems = [...union.matchAll(/"(\w+)"/g)].map((match) => match[1] ?? "");
    assert.ok(problems.length > 5);
    for (const problem of problems) {
      const shown = contributes.viewsWelcome.filter(
        ({ view, when }) => view === "integrationPacks.packs" && when.includes(`\\b${problem}\\b`),
      );
      assert.deepEqual(
        shown.map(({ contents }) => contents),
        [`%welcome.problem.${problem}%`],
      );
    }
  });

  it("shows every welcome text only once it is known what the view contains", () => {
    const { contributes } = JSON.parse(manifest) as {
      contributes: { viewsWelcome: { view: string; when: string }[] };
    };
    for (const { view, when } of contributes.viewsWelcome) assert.ok(when.startsWith(`${view}.state `), when);
  });

  it("has what deletes as the last entry of every menu of a row", () => {
    const { contributes } = JSON.parse(manifest) as {
      contributes: { menus: Record<string, { command: string; group: string }[]> };
    };
    const entries = (contributes.menus["view/item/context"] ?? []).filter(
      ({ group }) => !group.startsWith("inline"),
    );
    const deletes = (command: string) => /\.(delete|uninstall)/.test(command);
    const last = entries.filter(({ group }) => group.startsWith("z_"));
    assert.deepEqual(
      entries.filter(({ command }) => deletes(command)).map(({ group }) => group),
      last.filter(({ command }) => deletes(command)).map(() => "z_delete@1"),
    );
    for (const { command, group } of entries)
      if (!deletes(command)) assert.ok(group <= "z_delete@1", command);
  });

  it("offers for several selected rows only the commands that act on several", () => {
    const { contributes } = JSON.parse(manifest) as {
      contributes: { menus: Record<string, { command: string; when: string; group: string }[]> };
    };
    const several = (contributes.menus["view/item/context"] ?? []).filter(
      ({ when, group }) =>
        !group.startsWith("inline") &&
        !when.includes("accountGroups") &&
        !when.includes("!listMultiSelection"),
    );
    assert.deepEqual([...new Set(several.map(({ command }) => command.split(".")[1]))].sort(), [
      "addToAccountGroup",
      "cancelSchedule",
      "copyId",
      "copyReleaseNotes",
      "createPlan",
      "deletePack",
      "deleteVersion",
      "openReleaseNotes",
      "releaseSeveral",
      "removeComponent",
      "restoreVersion",
      "undeleteComponent",
    ]);
  });

  it("keeps paths of a machine out of Settings Sync", () => {
    const { contributes } = JSON.parse(manifest) as {
      contributes: {
        configuration: { properties: Record<string, { scope: string; ignoreSync?: boolean }> };
      };
    };
    const isSynced = (name: string) => {
      const { scope, ignoreSync } = contributes.configuration.properties[name] ?? assert.fail(name);
      return ignoreSync !== true && !scope.startsWith("machine");
    };
    // The address of the records can name a file with certificates.
    for (const name of ["local.storePath", "platform.records"])
      assert.ok(!isSynced(`integrationPacks.${name}`), name);
    assert.ok(isSynced("integrationPacks.release.branch"));
  });

  it("shows at most three inline actions a row", () => {
    const { contributes } = JSON.parse(manifest) as {
      contributes: { menus: Record<string, { command: string; when: string; group: string }[]> };
    };
    const rows: Record<string, readonly string[]> = {
      "integrationPacks.packs": [
        "pack releasable",
        "pack releasable scheduled cancellable",
        "schedule scheduled cancellable",
        "component kept",
        "component deleted",
        "version kept choosable",
        "version deleted",
        "pastRelease earlier following",
        "problem",
      ],
      "integrationPacks.scheduledReleases": [
        "scheduled",
        "scheduled cancellable",
        "problem",
        "problem damagedStore",
      ],
      "integrationPacks.accountGroups": [
        "group",
        "sharedPack",
        "account",
        "installation updatable",
        "installation",
        "problem",
      ],
    };
    for (const [view, words] of Object.entries(rows)) {
      for (const row of words) {
        const inline = (contributes.menus["view/item/context"] ?? []).filter(({ when, group }) => {
          const pattern = /viewItem =~ \/(.*)\/$/.exec(when)?.[1] ?? "";
          return group.startsWith("inline") && when.includes(view) && new RegExp(pattern).test(row);
        });
        assert.ok(inline.length <= 3, `${view}, ${row}: ${inline.length}`);
      }
    }
  });
});
