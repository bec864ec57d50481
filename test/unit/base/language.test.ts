import assert from "node:assert/strict";
import { joinSentences, listed, plural, setLanguage } from "../../../src/base/language.ts";
import { compareNames } from "../../../src/model/text/compareNames.ts";

describe("the language of texts", () => {
  afterEach(() => setLanguage("en"));

  const forms = (counts: readonly number[]) => counts.map((count) => plural(count, "one", "other"));

  it("is English at first", () => {
    assert.deepEqual(forms([0, 1, 2]), ["other", "one", "other"]);
    assert.deepEqual([listed([]), listed(["A"]), listed(["A", "B", "C"])], ["", "A", "A, B, C"]);
  });

  it("decides which form of a text a number has", () => {
    setLanguage("ja");
    assert.deepEqual(forms([0, 1, 2]), ["other", "other", "other"]);
    setLanguage("fr");
    assert.deepEqual(forms([0, 1, 2]), ["one", "one", "other"]);
    setLanguage("de");
    assert.deepEqual(forms([0, 1, 2]), ["other", "one", "other"]);
  });

  it("decides how lists are written", () => {
    setLanguage("ja");
    assert.equal(listed(["A", "B", "C"]), "A、B、C");
    setLanguage("de");
    assert.equal(listed(["A", "B", "C"]), "A, B und C");
  });

  it("joins sentences, each with its full stop", () => {
    assert.equal(
      joinSentences("It broke.", "", "Server says: no", 'It says "no."'),
      'It broke. Server says: no. It says "no."',
    );
    assert.equal(joinSentences("壊れました。", "再試行"), "壊れました。 再試行.");
    assert.equal(joinSentences("", ""), "");
  });

  it("decides the order of names", () => {
    const sorted = () => ["Z 10", "Ä", "Z 2", "A"].sort(compareNames);
    assert.deepEqual(sorted(), ["A", "Ä", "Z 2", "Z 10"]);
    setLanguage("sv");
    assert.deepEqual(sorted(), ["A", "Z 2", "Z 10", "Ä"]);
  });

  it("may be one that Intl has no rules for", () => {
    setLanguage("qps-ploc");
    assert.equal(plural(2, "one", "other"), "other");
  });
});
