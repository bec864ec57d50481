import assert from "node:assert/strict";
import { markdownParagraphs, markdownQuotation } from "../../../../src/model/text/markdown.ts";

describe("text of several lines as Markdown", () => {
  it("has the same lines, and paragraphs where a line is empty", () => {
    assert.equal(markdownParagraphs("a\r\nb\n\nc"), "a\\\nb\n\nc");
  });

  it("has the same lines in a quotation, which goes on over empty ones", () => {
    assert.equal(markdownQuotation("a\nb\n\n*c*"), "> a\\\n> b\n>\n> \\*c\\*");
  });
});
