import assert from "node:assert/strict";
import { changesSentence, describeOverview } from "../../../../src/model/overview/describeOverview.ts";
import { mostCountedChanges } from "../../../../src/model/pack/pack.ts";
import { scheduledRelease } from "../../../support/arbitrary/arbitraryChoices.ts";

describe("the state of a pack in an overview that is passed on", () => {
  it("is its release, its changes and its account groups", () => {
    const lastReleasedAt = "2026-03-01T08:00:00Z";
    const summary = { changeCount: 2, released: true, lastReleasedAt, scheduled: scheduledRelease() };
    assert.deepEqual(describeOverview(summary, ["Customers", "Partners"]), [
      "Last released 2026-03-01 08:00 UTC.",
      "A release would change 2 components.",
      "A release is scheduled for 2026-12-24 (America/New_York).",
      "Account groups: Customers, Partners",
    ]);
  });

  it("says what the pack does not have, or what is not known", () => {
    assert.deepEqual(describeOverview({ changeCount: 0, released: false }, []), [
      "Never released.",
      "A release would change nothing.",
      "The pack is in no account group.",
    ]);
    const [release] = describeOverview({ changeCount: 0, released: true }, []);
    assert.equal(release, "The date of the last release is not known.");
  });

  it("counts changes up to a limit", () => {
    assert.equal(changesSentence(0), "A release would change nothing.");
    assert.equal(changesSentence(1), "A release would change 1 component.");
    assert.equal(changesSentence(9), "A release would change 9 components.");
    assert.equal(changesSentence(mostCountedChanges), "A release would change more than 9 components.");
  });
});
