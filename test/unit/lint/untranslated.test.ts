import assert from "node:assert/strict";
import { join } from "node:path";
import { ESLint } from "eslint";
import tseslint from "typescript-eslint";

const checkout = join(import.meta.dirname, "../../..");
const eslint = new ESLint({
  cwd: checkout,
  overrideConfig: [tseslint.configs.disableTypeChecked, { rules: { "import-x/no-cycle": "off" } }],
});

/** The rules on syntax that `text` breaks as the content of `file`, which need not exist. */
async function rejections(file: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath: join(checkout, file) });
  return (result?.messages ?? []).flatMap(({ ruleId, message }) =>
    ruleId === "no-restricted-syntax" ? [message] : [],
  );
}

const english: Readonly<Record<string, string>> = {
  "an element": "export const shown = <p>No packs yet</p>;",
  "a text in an expression": 'export const shown = <p>{"No packs yet"}</p>;',
  "the name of a control": 'export const shown = <button aria-label="Close" />;',
  "the label of a row": 'export const row = { label: "No packs yet", icon: "x" };',
  "a notification": 'void showInformation("Released the pack");',
  "a glued notification": "void showInformation(`${one} ${other}`);",
  "a glued list": 'export const names = all.join(", ");',
  "a glued pair": "export const pair = `${name}: ${value}`;",
};

describe("texts of code", () => {
  for (const [what, code] of Object.entries(english)) {
    it(`are not English or glued: ${what}`, async () => {
      assert.equal((await rejections("webview-ui/wizard/new.tsx", code)).length, 1);
    });
  }

  it("may be English where a program or the log reads them", async () => {
    assert.deepEqual(await rejections("src/cli/new.ts", 'export const names = all.join(", ");'), []);
    assert.deepEqual(await rejections("src/views/new.ts", "log.info(`${name}: ${value}`);"), []);
  });
});
