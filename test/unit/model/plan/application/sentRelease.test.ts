import assert from "node:assert/strict";
import { startApplication } from "../../../../../src/model/plan/application/planApplication.ts";
import { planOutcome } from "../../../../../src/model/plan/application/planOutcome.ts";
import {
  reduceApplication,
  type ApplicationEvent,
} from "../../../../../src/model/plan/application/reduceApplication.ts";
import { planCheck } from "../../../../support/fixtures/planCheck.ts";
import { emptyHash } from "../../../../support/fixtures/planHashes.ts";

const unknown = {
  kind: "unknown",
  packId: "p0",
  code: "OutcomeUnknown",
  message: "No answer.",
} as const;

/** The outcome of the pack after it was sent. */
function outcomeAfter(end: ApplicationEvent) {
  const events: ApplicationEvent[] = [{ kind: "claimed" }, { kind: "sending", packId: "p0" }, end];
  return planOutcome(events.reduce(reduceApplication, startApplication(planCheck("ready"), emptyHash)))
    .packs[0];
}

describe("a pack that was sent and whose outcome is unknown", () => {
  const outcome = {
    packId: "p0",
    name: "Pack 0",
    outcome: "unknown",
    code: unknown.code,
    message: "No answer.",
  };

  it("is reported with the id of what was sent, so that a person can look for it", () => {
    assert.deepEqual(outcomeAfter({ ...unknown, releaseId: "r-1" }), { ...outcome, releaseId: "r-1" });
  });

  it("is reported without an id where none is known", () => {
    assert.deepEqual(outcomeAfter(unknown), outcome);
  });
});
