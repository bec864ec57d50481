import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { translationProblems } from "../../../scripts/check/translationProblems.ts";
import { checkout } from "../../../scripts/editor/editor.ts";
import { pseudoTranslate } from "../../support/l10n/pseudoTranslate.ts";

const textsSchema = v.record(v.string(), v.string());

describe("the pseudo-language", () => {
  for (const file of ["l10n/bundle.l10n.json", "package.nls.json"]) {
    const texts = v.parse(textsSchema, JSON.parse(readFileSync(join(checkout, file), "utf8")));

    it(`translates ${file} as a translator would`, () => {
      const translated = Object.fromEntries(
        Object.entries(texts).map(([key, text]) => [key, pseudoTranslate(text)]),
      );
      assert.deepEqual(translationProblems(texts, translated), []);
    });
  }

  it("is about 40 % longer, and encloses each text", () => {
    assert.equal(pseudoTranslate("Release {0}"), "⟦Ŕééļééååšéé {0}⟧");
    assert.equal(pseudoTranslate("[Retry](command:x) $(sync)"), "⟦[Ŕééééţŕý](command:x) $(sync)⟧");
  });

  it("leaves room for badges", () => {
    assert.equal(pseudoTranslate("N"), "Ñ");
    assert.equal(pseudoTranslate("9+"), "9+");
  });
});
