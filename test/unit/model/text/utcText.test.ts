import assert from "node:assert/strict";
import { utcText } from "../../../../src/model/text/utcText.ts";

describe("an instant in a document that is passed on", () => {
  it("is shown in UTC, to the minute", () => {
    assert.equal(utcText("2026-05-04T09:00:59.999Z"), "2026-05-04 09:00 UTC");
    assert.equal(utcText("2026-05-04T00:30:00+02:00"), "2026-05-03 22:30 UTC");
  });

  it("stays as it is where it is no instant", () => {
    for (const text of ["", "yesterday", "2026-13-01T00:00:00Z"]) assert.equal(utcText(text), text);
  });
});
