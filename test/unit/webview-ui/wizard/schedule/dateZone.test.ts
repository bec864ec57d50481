import assert from "node:assert/strict";
import { dateZone } from "../../../../../webview-ui/wizard/schedule/dateZone.ts";
import { packOf } from "../../../../support/wizardMessages.ts";

describe("the zone of dates in the wizard", () => {
  const { timeZone: _, ...withoutZone } = packOf([]);

  it("is the one that the extension sent", () => {
    assert.deepEqual(dateZone({ ...withoutZone, timeZone: "Europe/Berlin" }), { timeZone: "Europe/Berlin" });
  });

  it("is missing, with the reason, if the extension or this browser knows none", () => {
    assert.deepEqual(dateZone({ ...withoutZone, timeZoneProblem: "No zone." }), { problem: "No zone." });
    for (const timeZone of ["Etc/Unknown", "Mars/Olympus", "undefined"]) {
      assert.match(dateZone({ ...withoutZone, timeZone }).problem ?? "", new RegExp(`"${timeZone}"`));
    }
  });
});
