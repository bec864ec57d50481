import assert from "node:assert/strict";
import { join } from "node:path";
import { ESLint } from "eslint";
import tseslint from "typescript-eslint";

const checkout = join(import.meta.dirname, "../../..");
const eslint = new ESLint({
  cwd: checkout,
  overrideConfig: [tseslint.configs.disableTypeChecked, { rules: { "import-x/no-cycle": "off" } }],
});

/** How often `text` breaks a rule on syntax as the content of `file`, which need not exist. */
async function rejections(file: string, text: string): Promise<number> {
  const [result] = await eslint.lintText(text, { filePath: join(checkout, file) });
  return (result?.messages ?? []).filter(({ ruleId }) => ruleId === "no-restricted-syntax").length;
}

const vscode = 'import * as vscode from "vscode";\n';

/** Ways to show a text without src/ui. */
const raw: Readonly<Record<string, string>> = {
  "a notification": `${vscode}export const show = (text: string) => vscode.window.showErrorMessage(text);`,
  "a member by a text": `${vscode}export const show = (text: string) => vscode.window["showQuickPick"]([text]);`,
  "a destructured function": `${vscode}export const { showInputBox } = vscode.window;`,
  "a named import": 'import { window } from "vscode";\nexport const shown = window;',
  "a row": `${vscode}export const row = new vscode.TreeItem("x");`,
  "a hover": `${vscode}export const hover = new vscode.MarkdownString("x");`,
  progress: `${vscode}export const show = vscode.window.withProgress;`,
  "a status bar item": `${vscode}export const item = vscode.window.createStatusBarItem();`,
  "the title of a panel": `${vscode}export const change = (panel: vscode.WebviewPanel) => { panel.title = "x"; };`,
  "the message of a view": `${vscode}export const change = (view: vscode.TreeView<1>) => { view.message = "x"; };`,
  "the title of a comparison": `${vscode}export const show = () => vscode.commands.executeCommand("vscode.changes", "x", []);`,
};

/** Ways to confirm something without asking a person. */
const confirmed: Readonly<Record<string, string>> = {
  "a confirmation":
    'import { confirmedBy } from "../ui/ask/confirmed.ts";\nexport const yes = confirmedBy("button");',
  "a renamed confirmation":
    'import { confirmedBy as agree } from "../ui/ask/confirmed.ts";\nexport const yes = agree("button");',
  "a confirmation of the whole module":
    'import * as all from "../ui/ask/confirmed.ts";\nexport const yes = all.confirmedBy("button");',
  "a call for a person":
    'import { OwnCall } from "../contributions.ts";\nexport const call = new OwnCall([]);',
};

describe("lint of texts and confirmations in src/", function () {
  // The first file loads ESLint's configuration.
  this.timeout(60_000);

  for (const [name, text] of Object.entries({ ...raw, ...confirmed })) {
    it(`rejects it outside src/ui: ${name}`, async () => {
      for (const room of ["views", "commands", "session", "panels", "comparison"]) {
        assert.equal(await rejections(`src/${room}/planted.ts`, text), 1, room);
      }
    });
  }

  it("lets src/ui show texts and ask", async () => {
    for (const text of Object.values({ ...raw, ...confirmed })) {
      assert.equal(await rejections("src/ui/planted.ts", text), 0, text);
    }
  });

  it("lets the two files make a confirmation that decide about rows and about what gets lost, but show nothing", async () => {
    for (const file of ["src/commands/runEntry.ts", "src/commands/ask/callOf.ts"]) {
      for (const text of Object.values(confirmed)) assert.equal(await rejections(file, text), 0, file);
      for (const text of Object.values(raw)) assert.equal(await rejections(file, text), 1, file);
    }
  });

  it("lets a type of the API pass", async () => {
    const text = 'import type * as vscode from "vscode";\nexport type Row = vscode.TreeItem;';
    assert.equal(await rejections("src/views/planted.ts", text), 0);
  });
});
