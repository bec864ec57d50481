import assert from "node:assert/strict";
import type { ConfirmedDifference } from "../../../../src/model/schedule/confirmedState.ts";
import { describeDifference } from "../../../../src/model/schedule/describeDifference.ts";

describe("rule 12: a difference from the confirmed state, as a sentence", () => {
  const cases: readonly [ConfirmedDifference["kind"], confirmed: string, found: string, sentence: string][] =
    [
      ["currentVersion", "1.0", "2.0", 'The current version of "Orders" is 2.0, not 1.0.'],
      ["currentVersion", "", "2.0", '"Orders" was released as 2.0 since.'],
      ["currentVersion", "1.0", "", '"Orders" has no current version, not 1.0.'],
      ["added", "", "1.0", '"Orders" was added and released as 1.0.'],
      ["removed", "1.0", "", '"Orders" is no longer in the pack.'],
      ["markedDeleted", "1.0", "1.0", '"Orders" was marked Deleted.'],
      ["undeleted", "1.0", "1.0", '"Orders" is no longer marked Deleted.'],
    ];
  for (const [kind, confirmed, found, sentence] of cases) {
    it(`says: ${sentence}`, () => {
      const difference = { componentId: "c", componentName: "Orders", kind, confirmed, found };
      assert.equal(describeDifference(difference), sentence);
    });
  }
});
