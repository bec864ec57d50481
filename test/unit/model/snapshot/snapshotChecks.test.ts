import assert from "node:assert/strict";
import { addUnique, checkInstant } from "../../../../src/model/snapshot/snapshotChecks.ts";
import { throwsWith } from "../../../support/rejectsWith.ts";

describe("an instant of a snapshot", () => {
  const check = (instant: string) => () => checkInstant(instant, ["packs", 0, "at"]);

  it("exists, with any offset from UTC", () => {
    for (const instant of ["2028-02-29T23:59:59.999Z", "2026-05-04T09:00+14:00", "-000001-01-01T00:00Z"]) {
      assert.doesNotThrow(check(instant), instant);
    }
  });

  it("is refused with its place where no calendar or clock has it", () => {
    for (const instant of ["2026-02-29T00:00:00Z", "2026-04-31T12:00:00Z", "2026-05-04T25:00:00Z", "soon"]) {
      throwsWith(check(instant), "InvalidRequest", /packs\[0\]\.at: .*is not a date and time that exists/);
    }
  });

  it("is a day before the last one that a computer knows at the latest, so that a release can follow", () => {
    assert.doesNotThrow(check("+275760-09-12T00:00:00.000Z"));
    throwsWith(check("+275760-09-12T00:00:00.001Z"), "InvalidRequest");
    throwsWith(check("+275760-09-13T00:00:00.000Z"), "InvalidRequest");
  });
});

describe("a key of a snapshot", () => {
  it("is used once, and the message shows it as it is written", () => {
    const seen = new Set<string>();
    addUnique(seen, "orders", ["packs", 0, "name"], "Orders");
    addUnique(seen, "invoices", ["packs", 1, "name"], "Invoices");
    throwsWith(
      () => addUnique(seen, "orders", ["packs", 2, "name"], "ORDERS"),
      "InvalidRequest",
      /packs\[2\]\.name: "ORDERS" is already used/,
    );
  });
});
