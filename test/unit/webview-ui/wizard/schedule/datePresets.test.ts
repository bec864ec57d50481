import assert from "node:assert/strict";
import { datePresets } from "../../../../../webview-ui/wizard/schedule/datePresets.ts";

const datesOn = (now: string, timeZone = "UTC") =>
  datePresets(new Date(now), timeZone).map(({ date }) => date);

describe("the dates that the wizard offers", () => {
  it("are tomorrow, the next Monday, and the first of the next month", () => {
    assert.deepEqual(datesOn("2026-12-24T12:00:00Z"), ["2026-12-25", "2026-12-28", "2027-01-01"]);
  });

  it("come after today, also on a Monday or the first of a month", () => {
    assert.deepEqual(datesOn("2026-06-01T12:00:00Z"), ["2026-06-02", "2026-06-08", "2026-07-01"]);
    assert.deepEqual(datesOn("2026-05-31T12:00:00Z"), ["2026-06-01", "2026-06-01", "2026-06-01"]);
  });

  it("follow the zone", () => {
    assert.deepEqual(datesOn("2026-12-24T12:00:00Z", "Pacific/Kiritimati")[0], "2026-12-26");
    // Samoa skipped December 30, 2011.
    assert.deepEqual(datesOn("2011-12-29T12:00:00Z", "Pacific/Apia")[0], "2011-12-31");
  });
});
