import assert from "node:assert/strict";
import { inOneLine, isWebPage, reasonOf } from "../../../../../src/backend/platform/http/serverText.ts";

const answer = (body: string) => ({ status: 500, body, contentType: "text/plain", retryAfter: undefined });

describe("the text of a server", () => {
  const length = 8 * 1024 * 1024;
  const hostile: readonly (readonly [string, string])[] = [
    ["elements without an end", "<message".repeat(length / 8)],
    ["prefixes without an end", `<${"a:".repeat(length / 2)}`],
    ["a declaration without an end", `<?xml ${" ".repeat(length)}`],
    ["many declarations", "<?xml >".repeat(length / 7)],
    ["spaces", `${" ".repeat(length)}x`],
    ["entities", `<message>${"&amp;".repeat(length / 5)}</message>`],
    ["brackets", "[".repeat(length)],
    ["objects", '{"message":'.repeat(length / 11)],
    ["lines", "a\n".repeat(length / 2)],
  ];
  for (const [name, text] of hostile) {
    it(`is read in time, also of ${name}`, () => {
      // A search that goes back takes hours for a text like this, so the test would not end in its time.
      isWebPage(answer(text));
      const reason = reasonOf(answer(text));
      assert.ok(reason.length <= 501);
    });
  }

  it("is the message of the first element of that name, of whatever namespace, with its entities", () => {
    assert.equal(
      reasonOf(answer("<a><messages/><b:Message x='1'>1 &lt; 2 &amp;amp; 3</b:Message></a>")),
      "1 < 2 &amp; 3",
    );
    assert.equal(reasonOf(answer("<a>message</a>")), "");
  });

  it("is nothing when the element has no end or no content", () => {
    for (const cut of ["<a><message", "<message x='1", "<message>Out of space", "<message/>"]) {
      assert.equal(reasonOf(answer(cut)), "", cut);
    }
  });

  it("is shortened when it is longer than 500 characters, and ends in an ellipsis then", () => {
    assert.equal(inOneLine("x".repeat(500)), "x".repeat(500));
    assert.equal(inOneLine("x".repeat(501)), `${"x".repeat(500)}…`);
    assert.equal(inOneLine(" a\t b\r\n\n c "), "a b c");
  });

  it("never ends in half of a character", () => {
    assert.ok(reasonOf(answer("😀".repeat(600))).isWellFormed());
  });
});
