import assert from "node:assert/strict";
import { csv } from "../../../../src/model/text/csv.ts";

/** Without the mark by which spreadsheets recognize UTF-8. */
const linesOf = (rows: readonly (readonly string[])[]) => csv(rows).replace(/^\uFEFF/, "");

describe("CSV for spreadsheets", () => {
  it("begins with a byte order mark", () => {
    assert.ok(csv([["a"]]).startsWith("\uFEFFa"));
  });

  it("quotes what separates cells, quotations and outer space", () => {
    assert.equal(linesOf([["a,b", 'say "hi"', " x", "plain"]]), '"a,b","say ""hi"""," x",plain\r\n');
  });

  it("has no formulas: what a spreadsheet would run becomes text", () => {
    assert.equal(linesOf([["=1+1", "+1", "-1", "@cmd"]]), "'=1+1,'+1,'-1,'@cmd\r\n");
    assert.match(linesOf([[" =1"]]), /' =1/);
  });

  it("is a line for each row, whatever is in it", () => {
    assert.equal(linesOf([["a"], ["b", ""]]), "a\r\nb,\r\n");
    assert.equal(linesOf([["a\r\nb"]]).split("\r\n").length, 2);
    assert.equal(linesOf([]), "");
  });
});
