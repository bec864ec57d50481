import assert from "node:assert/strict";
import { formatPath } from "../../../../src/model/text/formatPath.ts";

describe("the path of a place in a document", () => {
  it("names keys and indexes, and the document itself", () => {
    assert.equal(formatPath([]), "$");
    assert.equal(formatPath(["packs", 0, "components", 12, "name"]), "packs[0].components[12].name");
    assert.equal(formatPath([0, "a"]), "[0].a");
  });

  it("quotes keys that are no words", () => {
    assert.equal(formatPath(["versions", "a.b", "", "\ud800"]), 'versions["a.b"][""]["\\ud800"]');
  });

  it("is cut where it is too long for a message", () => {
    const deep = formatPath(Array.from({ length: 200_000 }, () => 0));
    assert.match(deep, /^(\[0\]){20}…$/);
    const long = formatPath(["a".repeat(1_000_000)]);
    assert.match(long, /^\["a{100}…"\]$/);
  });

  it("is whole up to twenty keys of a hundred characters", () => {
    const keys = Array.from({ length: 20 }, () => "a".repeat(100));
    assert.equal(formatPath(keys), keys.join("."));
  });
});
