import assert from "node:assert/strict";
import { Omissions } from "../../../../../src/backend/platform/packs/omissions.ts";

describe("what lists could not show", () => {
  it("is nothing until a row or the records could not be read", () => {
    const omissions = new Omissions();
    assert.equal(omissions.sentence, undefined);
    omissions.report("packs", 0);
    omissions.reportRecords(undefined);
    assert.equal(omissions.sentence, undefined);
  });

  it("is counted over the latest reading of each list", () => {
    const omissions = new Omissions();
    omissions.report("packs", 3);
    omissions.report("versions", 2);
    assert.match(omissions.sentence ?? "", /could not be read: 5\. /);
    omissions.report("packs", 0);
    assert.match(omissions.sentence ?? "", /could not be read: 2\. /);
    omissions.report("versions", 0);
    assert.equal(omissions.sentence, undefined);
  });

  it("says first why the records could not be read", () => {
    const omissions = new Omissions();
    omissions.reportRecords("The server is away.");
    assert.equal(omissions.sentence, "The server is away.");
    omissions.report("packs", 1);
    assert.match(omissions.sentence, /^The server is away\. Rows .*: 1\. /);
    omissions.reportRecords(undefined);
    assert.match(omissions.sentence, /^Rows /);
  });
});
