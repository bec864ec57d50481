import assert from "node:assert/strict";
import { parseVersions } from "../../../../../src/backend/local/packs/componentVersions.ts";

describe("versions of a release, as the database writes them", () => {
  it("are texts by component id, also for ids that objects have by themselves", () => {
    const versions = parseVersions('{"a":"1.0","__proto__":"2.0"}');
    assert.deepEqual(Object.entries(versions), [
      ["a", "1.0"],
      ["__proto__", "2.0"],
    ]);
  });

  for (const damaged of ['{"a":1}', "null", '"a"', '{"a"', "1"]) {
    it(`are damaged if they are ${damaged}`, () => {
      assert.throws(() => parseVersions(damaged));
    });
  }
});
