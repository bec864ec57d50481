import assert from "node:assert/strict";
import { earlierSendings, planEvents } from "../../../../../src/backend/platform/plans/planEvents.ts";
import type {
  AttemptState,
  ReleaseAttempt,
} from "../../../../../src/backend/platform/records/releaseAttempt.ts";
import { emptyHash } from "../../../../support/fixtures/planHashes.ts";

const attempts = (...states: readonly AttemptState[]): ReleaseAttempt[] =>
  states.map((state, at) => ({
    attemptId: `attempt ${at}`,
    requestId: state === "accepted" ? "request" : "",
    packId: "p",
    packName: "Orders",
    trigger: "immediate",
    sentAt: "2026-06-10T12:00:00Z",
    sentBy: "dev@example.com",
    versions: {},
    removed: [],
    scheduleId: "",
    state,
    releasedAt: undefined,
  }));

describe("what was sent under a plan on the platform", () => {
  const kinds = (...states: readonly AttemptState[]) =>
    planEvents(emptyHash, attempts(...states))
      .get("p")
      ?.map(({ kind }) => kind);

  it("rule 17: was released or scheduled once it ever was", () => {
    assert.deepEqual(kinds("released"), ["released"]);
    assert.deepEqual(kinds("scheduled", "notMade"), ["scheduled"]);
    assert.deepEqual(kinds("released", "unknown"), ["released", "unknown"]);
  });

  it("rule 16: is unknown until the last attempt is known, also after a person went on elsewhere", () => {
    for (const state of ["sending", "accepted", "unknown", "dismissed"] as const) {
      assert.deepEqual(kinds("notMade", state), ["unknown"]);
    }
    assert.deepEqual(kinds("dismissed", "notMade"), []);
    assert.deepEqual(kinds("notMade"), []);
  });

  it("rule 16: is confirmed again by its release id alone, and never while it may still run", () => {
    const found = (state: AttemptState, ...sendAgain: readonly string[]) => {
      const [earlier] = earlierSendings(attempts(state), sendAgain);
      return [earlier?.found, earlier?.releaseId, earlier?.confirmedAgain];
    };
    assert.deepEqual(found("unknown"), ["unknown", "attempt 0", false]);
    assert.deepEqual(found("dismissed", "p", "attempt 0"), ["unknown", "attempt 0", true]);
    assert.deepEqual(found("accepted", "request"), ["running", "request", true]);
    assert.deepEqual(found("sending", "attempt 1"), ["running", "attempt 0", false]);
    assert.deepEqual(earlierSendings(attempts("notMade")), []);
  });
});
