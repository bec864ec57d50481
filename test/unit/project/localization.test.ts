import assert from "node:assert/strict";
import { checkout } from "../../../scripts/editor/editor.ts";
import { localizationProblems } from "../../../scripts/check/localizationProblems.ts";
import { placeholders, stringsIn } from "../../../scripts/check/shownStrings.ts";
import { translationProblems } from "../../../scripts/check/translationProblems.ts";

describe("the texts of the product", () => {
  it("are extracted, and their translations are complete", function () {
    this.timeout(60_000);
    assert.deepEqual(localizationProblems(checkout), []);
  });

  const imported = 'import * as l10n from "@vscode/l10n";\n';

  it("are found in every call of l10n.t", () => {
    const code = `${imported}l10n.t("A {0}", 1); const b = <p>{l10n.t('B "{1}"', ...two)}</p>; l10n.t(\`C\`);`;
    const { strings, problems } = stringsIn("page.tsx", code);
    assert.deepEqual([[...strings], problems], [["A {0}", 'B "{1}"', "C"], []]);
  });

  it("are literal, have all their arguments, and come from an import that the extraction understands", () => {
    const problemsOf = (code: string) => stringsIn("a.ts", code).problems;
    assert.match(problemsOf(`${imported}l10n.t(text);`).join(), /^a\.ts:2: .*no literal text/);
    assert.match(problemsOf(`${imported}l10n.t("A {0} {2}", 1, 2);`).join(), /\{2\} has no argument/);
    assert.match(problemsOf('import { t } from "@vscode/l10n";').join(), /^a\.ts:1: .*import \* as l10n/);
    assert.deepEqual(problemsOf("l10n.t(other);"), []);
  });

  it("have each placeholder once in the list of them", () => {
    assert.deepEqual(placeholders("{2} of {0}, {0}"), [0, 2]);
    assert.deepEqual(placeholders("{} {a} 0"), []);
  });
});

describe("a translation", () => {
  const original = { "Delete {0}?": "Delete {0}?", empty: "None.\n[Create](command:x)" };
  const problems = (translated: Record<string, string>) => translationProblems("de", original, translated);

  it("is accepted with all texts, placeholders and links", () => {
    const complete = { "Delete {0}?": "{0} löschen?", empty: "Keine.\n[Anlegen](command:x)" };
    assert.deepEqual(problems(complete), []);
  });

  it("is rejected if a text is missing, unknown or empty, or has other placeholders or links", () => {
    assert.deepEqual(problems({ "Delete {0}?": "{1} löschen?", more: "Mehr" }), [
      "de: empty: not translated",
      "de: more: no such text",
      "de: Delete {0}?: other placeholders",
    ]);
    assert.deepEqual(problems({ "Delete {0}?": " ", empty: "[Anlegen](command:y)" }), [
      "de: Delete {0}?: empty",
      "de: empty: other links",
    ]);
  });
});
