import assert from "node:assert/strict";
import { describeRollout } from "../../../../../webview-ui/wizard/outcome/describeRollout.ts";

describe("what accounts run before and after a release", () => {
  const counts = { current: 2, behind: 1, updatePending: 0, appliedEarly: 0, unknown: 0 };

  it("is named with the numbers of accounts", () => {
    const after = { ...counts, current: 3, behind: 0 };
    assert.equal(
      describeRollout({ before: counts, after }),
      "Accounts with this pack: 3 current. Before: 2 current, 1 behind.",
    );
    const scheduled = { current: 0, behind: 0, updatePending: 2, appliedEarly: 1, unknown: 1 };
    assert.equal(
      describeRollout({ before: counts, after: scheduled }),
      "Accounts with this pack: 2 update pending, 1 applied early, 1 unknown. Before: 2 current, 1 behind.",
    );
  });

  it("is named once where nothing changed", () => {
    assert.equal(
      describeRollout({ before: counts, after: { ...counts } }),
      "Accounts with this pack: 2 current, 1 behind, as before.",
    );
  });
});
