import assert from "node:assert/strict";
import { withZone } from "../../../../src/model/schedule/uncertainZone.ts";

describe("the date of a scheduled release, as text", () => {
  it("names the zone that it was chosen in only where that zone counts", () => {
    assert.equal(withZone("2026-12-01", { timeZone: "Asia/Tokyo" }), "2026-12-01 (Asia/Tokyo)");
    assert.equal(withZone("2026-12-01", { timeZone: "Asia/Tokyo", hasUncertainZone: true }), "2026-12-01");
  });
});
