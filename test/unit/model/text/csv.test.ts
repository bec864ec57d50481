import assert from "node:assert/strict";
import { csv } from "../../../../src/model/text/csv.ts";

describe("comma-separated values", () => {
  it("quote what separates cells, lines and quotations", () => {
    assert.equal(
      csv([["a,b", 'say "hi"', "two\nlines", "plain"]]),
      '"a,b","say ""hi""","two\nlines",plain\r\n',
    );
  });

  it("run nothing: what a spreadsheet takes for a formula becomes text", () => {
    assert.equal(csv([["=1+1", "+1", "-1", "@cmd", "\tx"]]), "'=1+1,'+1,'-1,'@cmd,'\tx\r\n");
  });

  it("are a line for each row", () => {
    assert.equal(csv([["a"], ["b", ""]]), "a\r\nb,\r\n");
    assert.equal(csv([]), "");
  });
});
