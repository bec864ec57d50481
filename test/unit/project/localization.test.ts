import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkout } from "../../../scripts/editor/editor.ts";
import {
  localizationProblems,
  missingTextsOf,
  translatedPaths,
} from "../../../scripts/check/localizationProblems.ts";
import { glossaryProblems, readGlossary } from "../../../scripts/check/glossary.ts";
import { changedParts } from "../../../scripts/check/preservedParts.ts";
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
    assert.deepEqual([[...strings.keys()], problems], [["A {0}", 'B "{1}"', "C"], []]);
  });

  it("are literal, have all their arguments, and come from an import that the extraction understands", () => {
    const problemsOf = (code: string) => stringsIn("a.ts", code).problems;
    assert.match(problemsOf(`${imported}l10n.t(text);`).join(), /^a\.ts:2: .*no literal text/);
    assert.match(problemsOf(`${imported}l10n.t("A {0} {2}", 1, 2);`).join(), /\{2\} has no argument/);
    assert.match(problemsOf('import { t } from "@vscode/l10n";').join(), /^a\.ts:1: .*import \* as l10n/);
    assert.deepEqual(problemsOf("l10n.t(other);"), []);
  });

  it("are chosen for a number by the rules of the language", () => {
    const problemsOf = (code: string) => stringsIn("a.ts", `${imported}${code}`).problems.join();
    for (const condition of ["count === 1", "1 + count > 1", "names.length !== 1"]) {
      assert.match(problemsOf(`${condition} ? l10n.t("A") : l10n.t("B")`), /^a\.ts:2: .*plural\(\)/);
    }
    assert.equal(problemsOf('plural(count, l10n.t("A"), l10n.t("B")); count === 1 ? 1 : l10n.t("B")'), "");
  });

  it("have each placeholder once in the list of them", () => {
    assert.deepEqual(placeholders("{2} of {0}, {0}"), [0, 2]);
    assert.deepEqual(placeholders("{} {a} 0"), []);
  });
});

describe("a translation", () => {
  const original = {
    "Delete {0}?": "Delete {0}?",
    empty: "None.\n[Create](command:x)",
    "Choose one of these packs.": "Choose one of these packs.",
  };
  const complete = {
    "Delete {0}?": "{0} löschen?",
    empty: "Keine.\n[Anlegen](command:x)",
    "Choose one of these packs.": "Wählen Sie eines dieser Pakete aus.",
  };
  const problems = (changed: Record<string, string>) =>
    translationProblems(original, { ...complete, ...changed });

  it("is accepted with all texts, placeholders and links", () => {
    assert.deepEqual(problems({}), []);
  });

  it("is rejected if a text is missing, empty or obsolete, and says what to do", () => {
    assert.deepEqual(translationProblems({ Yes: "Yes", No: "No" }, { No: " ", more: "Mehr" }), [
      "Yes: not translated. Add it with its translation.",
      "No: not translated. Add it with its translation.",
      "more: obsolete. Remove it.",
    ]);
  });

  it("is rejected if a sentence is still English", () => {
    assert.deepEqual(problems({ "Choose one of these packs.": "Choose one of these packs." }), [
      "Choose one of these packs.: still English. Translate it.",
    ]);
    assert.deepEqual(translationProblems({ "Name: {0}": "Name: {0}" }, { "Name: {0}": "Name: {0}" }), []);
  });

  it("is rejected with other placeholders, links or lines", () => {
    assert.deepEqual(problems({ "Delete {0}?": "{1} löschen?" }), [
      "Delete {0}?: other placeholders. Use {0} instead of {1}.",
    ]);
    assert.deepEqual(problems({ empty: "Keine. [Anlegen](command:y)" }), [
      "empty: other links. Use ](command:x) instead of ](command:y).",
      "empty: has other lines. Use 2.",
    ]);
  });

  const survivors = [
    ["a {name}", "ein {Name}"],
    ["${workspaceFolder}", "${arbeitsbereich}"],
    ["$(sync) All", "$(alle) Alle"],
    ["Set `http:` here", "Hier http: angeben"],
    ["Set integrationPacks.platform.records", "integrationPacks.plattform.records festlegen"],
    ["Add --all", "--alle hinzufügen"],
    ["Set BOOMI_TOKEN", "BOOMI_SCHLUESSEL festlegen"],
    ["postgres://user@host:5432/database", "postgres://benutzer@host:5432/database"],
  ] as const;
  for (const [source, changed] of survivors) {
    it(`is rejected if it changes what must stay: ${source}`, () => {
      assert.equal(translationProblems({ key: source }, { key: changed }).length, 1);
      assert.deepEqual(changedParts(source, `... ${source} ${source}`), []);
    });
  }

  it('is rejected if it drops or adds the "…" that says that more is asked', () => {
    const message = 'only one of the texts ends with "…".';
    assert.deepEqual(translationProblems({ key: "Open…" }, { key: "Öffnen" }), [`key: ${message}`]);
    assert.deepEqual(translationProblems({ key: "Open" }, { key: "Öffnen…" }), [`key: ${message}`]);
    const hint = { key: "There is none. Choose one with Select Backend…" };
    assert.deepEqual(translationProblems(hint, { key: "Keines. Mit „Backend wählen…“ auswählen" }), []);
  });
});

describe("the texts that a language lacks", () => {
  it("are listed by file, with the place of those of code", () => {
    const missing = missingTextsOf(checkout, "xx");
    assert.match(missing["l10n/bundle.l10n.xx.json"]?.["Release Now"] ?? "", /^(src|webview-ui)\/.+:\d+$/);
    assert.equal(missing["package.nls.xx.json"]?.["command.checkPlan"], "Check Release Plan");
  }).timeout(60_000);

  it("do not include those of the command line, which is English", () => {
    assert.ok(!translatedPaths(checkout).some((path) => path.startsWith("src/cli")));
    assert.ok(translatedPaths(checkout).includes("src/commands"));
  });
});

describe("the glossary", () => {
  const markdown = [
    "# Glossary",
    "| English | Deutsch | 日本語 |",
    "| --- | --- | --- |",
    "| account | Konto / Konten | アカウント |",
    "| pending version | ausstehende Version | 保留… バージョン |",
  ].join("\n");
  const problems = (language: string, source: string, translated: string) =>
    glossaryProblems(readGlossary(markdown)[language] ?? new Map(), { key: source }, { key: translated });

  it("accepts the words of a term in each of their forms and inflections", () => {
    assert.deepEqual(
      problems("de", "Accounts with pending versions", "Konten mit ausstehenden Versionen"),
      [],
    );
    assert.deepEqual(problems("de", "The account", "Das Konto"), []);
    assert.deepEqual(problems("ja", "Pending Version", "保留中のバージョン"), []);
  });

  it("reports other words, in the texts that name the term", () => {
    assert.deepEqual(problems("de", "The account", "Der Account"), [
      'key: other word for "account". Use "Konto / Konten" (docs/glossary.md).',
    ]);
    assert.equal(problems("de", "Pending versions", "Offene Versionen").length, 1);
    assert.deepEqual(problems("de", "accountable, integrationPacks.account.version", "verantwortlich"), []);
  });

  it("has the languages of its table, and the same terms in each", () => {
    const glossary = readGlossary(readFileSync(join(checkout, "docs/glossary.md"), "utf8"));
    assert.deepEqual(Object.keys(glossary), ["de", "ja"]);
    for (const terms of Object.values(glossary)) {
      assert.ok(terms.size > 30);
      assert.ok([...terms].every((pair) => pair.every((word) => word !== "")));
    }
  });
});
