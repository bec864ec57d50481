import assert from "node:assert/strict";
import { uncertainWindow } from "../../../../src/model/schedule/releaseWindow.ts";

describe("the window of a release whose zone is not known", () => {
  it("reaches from midnight in the earliest zone to 1 a.m. in the last one", () => {
    const { start, end } = uncertainWindow("2026-12-01");
    assert.equal(start.toISOString(), "2026-11-30T10:00:00.000Z");
    assert.equal(end.toISOString(), "2026-12-01T13:00:00.000Z");
  });
});
