import assert from "node:assert/strict";
import { checkOptionsOf } from "../../../src/backend/checkOptionsOf.ts";
import { todayZone } from "../../../src/backend/todayZone.ts";
import { systemTimeZone } from "../../../src/model/schedule/timeZone.ts";

describe("the zone in which a plan is checked", () => {
  const unknownZone = (): string => {
    throw new Error("the setting names no zone");
  };

  it("is that of the setting for a plan with a date and no zone", () => {
    assert.deepEqual(
      checkOptionsOf({ date: "2026-12-01" }, () => "Asia/Tokyo"),
      { defaultTimeZone: "Asia/Tokyo" },
    );
    assert.throws(() => checkOptionsOf({ date: "2026-12-01" }, unknownZone), /no zone/);
  });

  it("does not depend on the setting for a plan without a date or with a zone", () => {
    assert.deepEqual(checkOptionsOf({}, unknownZone), {});
    assert.deepEqual(checkOptionsOf({ timeZone: "UTC" }, unknownZone), {});
    assert.deepEqual(checkOptionsOf({ date: "2026-12-01", timeZone: "UTC" }, unknownZone), {});
  });

  it("is that of the system where there is no other", () => {
    assert.equal(todayZone({ defaultTimeZone: "Asia/Tokyo" }), "Asia/Tokyo");
    assert.equal(todayZone({}), systemTimeZone() ?? "UTC");
  });
});
