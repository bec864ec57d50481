import assert from "node:assert/strict";
import fc from "fast-check";
import { isDeepStrictEqual } from "node:util";
import { sameVersions } from "../../../../src/model/release/release.ts";

describe("two sets of versions", () => {
  const versions = fc.dictionary(
    fc.constantFrom("a", "b", "__proto__", "a,1"),
    fc.constantFrom("1", "2", "1,b"),
  );

  it("are the same with the same version for each component, in any order", () => {
    fc.assert(
      fc.property(versions, versions, (one, other) => {
        const [left, right] = [one, other].map((each) => new Map(Object.entries(each)));
        assert.equal(sameVersions(one, other), isDeepStrictEqual(left, right));
        assert.ok(sameVersions(one, Object.fromEntries(Object.entries(one).reverse())));
      }),
    );
  });
});
