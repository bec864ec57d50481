import assert from "node:assert/strict";
import fc from "fast-check";
import { oneLine, severalLines } from "../../../../src/model/text/visibleText.ts";
import { actingCharacters, hostileText, shownHostileText } from "../../../support/fixtures/hostileText.ts";

/** Texts with many characters that act. */
const acting = fc.array(
  fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("\n", "\r\n", "\t", "\0", "\u001B", "\u0085", "\u2028", "\u202E", "\u2067", "\u2069"),
    fc.constantFrom("\u200B", "\u200C", "\u200D", "\u00AD", "\uFEFF", "\uFE0F", "\uD800", "\uDC00", "a", "ب"),
  ),
);

describe("text from outside", () => {
  it("is shown in one line, with a visible escape for each character that acts or is invisible", () => {
    assert.equal(oneLine(hostileText), shownHostileText);
    assert.equal(oneLine("a\0b\u0085c\u2028d\u061Ce\u00ADf"), "a‹U+0000›b c d‹U+061C›e‹U+00AD›f");
    assert.equal(oneLine("\u{E0041}\uD800"), "‹U+E0041›‹U+D800›");
  });

  it("stays as it is where its characters only look special", () => {
    for (const text of ["Ordre n° 5 – “été”", "طلب", "注文", "❤️", "👩‍💻", "می‌خواهم", "क्‍ष"]) {
      assert.equal(oneLine(text), text);
    }
  });

  it("shows a joiner beside an ASCII character, where it joins nothing", () => {
    assert.equal(oneLine("ad\u200Dmin \u200Cx"), "ad‹U+200D›min ‹U+200C›x");
  });

  it("keeps its lines and tabs in a place that shows several lines", () => {
    assert.equal(severalLines("a\r\nb\u2028c\t\u202Ed"), "a\nb\nc\t‹U+202E›d");
  });

  it("has no character left that acts, whatever it contains, and does not change a second time", () => {
    fc.assert(
      fc.property(acting, (parts) => {
        const shown = oneLine(parts.join(""));
        assert.doesNotMatch(shown, actingCharacters);
        assert.ok(shown.isWellFormed());
        assert.equal(oneLine(shown), shown);
      }),
    );
  });
});
