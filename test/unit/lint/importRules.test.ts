import assert from "node:assert/strict";
import { existsSync, globSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { ESLint } from "eslint";
import tseslint from "typescript-eslint";
import { rooms } from "../../../scripts/lint/rooms.ts";

const checkout = join(import.meta.dirname, "../../..");

/** The project's own configuration, without the rules that need the types of files on disk. */
const withoutTypes = [tseslint.configs.disableTypeChecked];
const eslint = new ESLint({ cwd: checkout, overrideConfig: withoutTypes });

/** Quicker: looking for circles reads all that an import leads to. */
const eslintWithoutCircles = new ESLint({
  cwd: checkout,
  overrideConfig: [...withoutTypes, { rules: { "import-x/no-cycle": "off" } }],
});

/** The lines of `text` with an import that `file` may not have. */
async function rejectedLines(file: string, text: string): Promise<number[]> {
  const results = await eslintWithoutCircles.lintText(text, { filePath: join(checkout, file) });
  return results.flatMap(({ messages }) =>
    messages.filter(({ ruleId }) => ruleId === "boundaries/dependencies").map(({ line }) => line),
  );
}

/** The rules that `text` breaks as the content of `file`, which need not exist. */
async function brokenRules(file: string, text: string): Promise<(string | null)[]> {
  const results = await eslint.lintText(text, { filePath: join(checkout, file), warnIgnored: true });
  assert.equal(results.length, 1);
  return results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId));
}

/** A file that is planted in a room. */
const plantedIn = (room: string) =>
  room.endsWith(".ts") ? room : `${room}/planted.${room.startsWith("webview-ui") ? "tsx" : "ts"}`;

/** A file that is in the room, and in no room inside it. */
function fileOf(room: string): string {
  if (room.endsWith(".ts")) return room;
  const inner = Object.keys(rooms).filter((other) => other.startsWith(`${room}/`));
  const files = globSync(`${room}/**/*.{ts,tsx}`, { cwd: checkout });
  const file = files.find((path) => !inner.some((other) => path.startsWith(`${other}/`)));
  assert.ok(file, `${room} has no file`);
  return file;
}

/** The path by which `file` imports `target`. */
function path(file: string, target: string): string {
  const between = relative(dirname(file), target);
  return between.startsWith(".") ? between : `./${between}`;
}

const existing = Object.keys(rooms).filter((room) => existsSync(join(checkout, room)));

describe("lint of src/ and webview-ui/", function () {
  // The first file loads ESLint's configuration.
  this.timeout(60_000);

  describe("an import", () => {
    it("of another room passes only if the table allows it", async () => {
      for (const room of existing) {
        const { takes = [], takesTypes = [] } = rooms[room] ?? {};
        const file = plantedIn(room);
        const imports = existing
          .filter((other) => other !== room)
          .flatMap((other) => {
            const from = path(file, fileOf(other));
            return [
              { text: `import "${from}";`, passes: takes.includes(other) },
              { text: `export type * from "${from}";`, passes: [...takes, ...takesTypes].includes(other) },
            ];
          });
        const rejected = await rejectedLines(file, imports.map(({ text }) => text).join("\n"));
        const expected = imports.flatMap(({ passes }, at) => (passes ? [] : [at + 1]));
        assert.deepEqual(rejected, expected, room);
      }
    });

    it("of a module passes only if the table allows it", async () => {
      const modules = {
        vscode: "vscode",
        "node:fs": "node:*",
        "node:timers/promises": "node:*",
        axios: "axios",
        "preact/hooks": "preact",
        saxes: "saxes",
        valibot: "valibot",
      };
      const text = Object.keys(modules)
        .map((module) => `import "${module}";`)
        .join("\n");
      for (const room of existing) {
        const allowed = rooms[room]?.modules ?? [];
        const expected = Object.values(modules).flatMap((name, at) =>
          allowed.includes(name) ? [] : [at + 1],
        );
        assert.deepEqual(await rejectedLines(plantedIn(room), text), expected, room);
      }
    });

    const planted: readonly (readonly [string, file: string, text: string])[] = [
      ["notifications in a backend", "src/backend/local/planted.ts", 'import "../../ui/notifications.ts";'],
      ["settings in the model", "src/model/pack/planted.ts", 'import "../../ui/settings.ts";'],
      ["the output channel in the scheduler", "src/scheduler/planted.ts", 'import "../ui/outputLog.ts";'],
      ["contributions in a webview", "webview-ui/wizard/planted.tsx", 'import "../../src/contributions.ts";'],
      [
        "the runtime of errors in a webview",
        "webview-ui/details/planted.tsx",
        'import "../../src/errors/errors.ts";',
      ],
      ["a backend in a view", "src/views/planted.ts", 'import "../backend/local/localBackend.ts";'],
      ["one backend in the other", "src/backend/platform/planted.ts", 'import "../local/localFormat.ts";'],
      ["a backend in the contract", "src/backend/planted.ts", 'import "./local/localBackend.ts";'],
      ["a type", "src/model/planted.ts", 'export type * from "../ui/settings.ts";'],
      ["an export", "src/model/planted.ts", 'export * from "../ui/settings.ts";'],
      [
        "an import() call",
        "src/model/planted.ts",
        'export const settings = () => import("../ui/settings.ts");',
      ],
      ["a path without extension", "src/model/planted.ts", 'import "../ui/settings";'],
      ["a path from the root", "src/model/planted.ts", 'import "src/ui/settings/settings.ts";'],
      ["a test", "src/model/planted.ts", 'import "../../test/support/fixtures.ts";'],
      ["a script", "src/extension.ts", 'import "../scripts/check.ts";'],
      ["a file that does not exist", "src/model/planted.ts", 'import "./nowhere.ts";'],
      ["a module of Node.js by its short name", "src/model/planted.ts", 'import "fs";'],
      ["a package that no room names", "src/extension.ts", 'import "mocha";'],
    ];
    for (const [name, file, text] of planted) {
      it(`is rejected: ${name}`, async () => {
        assert.deepEqual(await brokenRules(file, text), ["boundaries/dependencies"]);
      });
    }

    it("is rejected if its path is an expression, which no rule can read", async () => {
      const text = "export const settings = () => import(`../ui/settings.ts`);";
      assert.deepEqual(await brokenRules("src/model/planted.ts", text), ["no-restricted-syntax"]);
    });

    it("is rejected under a comment that turns rules off", async () => {
      const text = '/* eslint-disable */\nimport "vscode";';
      assert.deepEqual(await brokenRules("src/model/planted.ts", text), [null, "boundaries/dependencies"]);
    });
  });

  describe("a file", () => {
    for (const file of [
      "src/planted.ts",
      "src/planted.mts",
      "src/planted.jsx",
      "src/unknown/planted.ts",
      "src/agents/planted.ts",
      "src/unknown/extension.ts",
      "webview-ui/planted.tsx",
      "webview-ui/unknown/planted.tsx",
    ]) {
      it(`is rejected outside every room: ${file}`, async () => {
        assert.deepEqual(await brokenRules(file, "export const planted = 1;"), [
          "boundaries/no-unknown-files",
        ]);
      });
    }

    it("passes in a room that does not exist yet", async () => {
      const text =
        'import "../model/pack/pack.ts";\nimport "../backend/local/localBackend.ts";\nimport "node:path";';
      assert.deepEqual(await brokenRules("src/cli/planted.ts", text), []);
    });
  });

  describe("a circle", () => {
    // receiveMessage.ts and wizardPage.tsx import wizardState.ts at run time.
    const file = "webview-ui/wizard/state/wizardState.ts";

    for (const text of [
      'import "./receive/receiveMessage.ts";',
      'export { receiveMessage } from "./receive/receiveMessage.ts";',
      'export const receive = () => import("./receive/receiveMessage.ts");',
      'import "../wizardPage.tsx";',
    ]) {
      it(`of runtime imports is rejected: ${text}`, async () => {
        assert.deepEqual(await brokenRules(file, text), ["import-x/no-cycle"]);
      });
    }

    it("of types passes", async () => {
      const text =
        'import type { receiveMessage } from "./receive/receiveMessage.ts";\nexport type Receive = typeof receiveMessage;';
      assert.deepEqual(await brokenRules(file, text), []);
    });

    it("with an import whose names alone are types is rejected, as the import runs the file", async () => {
      const text =
        'import { type receiveMessage } from "./receive/receiveMessage.ts";\nexport type Receive = typeof receiveMessage;';
      assert.deepEqual(await brokenRules(file, text), ["@typescript-eslint/no-import-type-side-effects"]);
    });
  });
});
