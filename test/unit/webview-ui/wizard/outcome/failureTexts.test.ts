import assert from "node:assert/strict";
import { failureTexts } from "../../../../../webview-ui/wizard/outcome/failureTexts.ts";

describe("the page after a rejection", () => {
  it("says that nothing was released only where that is certain (rule 12)", () => {
    for (const type of ["release", "schedule"] as const) {
      const { heading, consequence } = failureTexts({ code: "OutcomeUnknown", message: "" }, type);
      assert.equal(heading, "The Outcome Is Not Known");
      assert.doesNotMatch(consequence, /Nothing was released/);
      assert.match(consequence, /not sent again by itself/);
    }
    const rejected = failureTexts({ code: "InvalidRequest", message: "" }, "release");
    assert.match(rejected.consequence, /^Nothing was released, and no account was changed\./);
  });

  it("says what was not done", () => {
    const heading = (code: "Forbidden" | "AlreadyScheduled", type: "release" | "schedule") =>
      failureTexts({ code, message: "" }, type).heading;
    assert.equal(heading("Forbidden", "release"), "The Pack Was Not Released");
    assert.equal(heading("Forbidden", "schedule"), "The Release Was Not Scheduled");
    assert.equal(heading("AlreadyScheduled", "schedule"), "A Release Is Already Scheduled");
  });
});
