import assert from "node:assert/strict";
import { findPastRelease } from "../../../../src/model/release/findPastRelease.ts";
import type { Release } from "../../../../src/model/release/release.ts";
import { throwsWith } from "../../../support/rejectsWith.ts";

const release = (releaseId: string): Release => ({
  releaseId,
  releasedAt: "2026-03-01T00:00:00Z",
  releasedBy: "dev@example.com",
  trigger: "immediate",
  versions: {},
});

describe("a past release", () => {
  const history = [release("r3"), release("r2"), release("r1")];

  it("is found by its id, with the release before it", () => {
    const { release: found, previous, latest } = findPastRelease(history, "r2", "Orders");
    assert.deepEqual([found.releaseId, previous?.releaseId, latest], ["r2", "r1", false]);
  });

  it("is not found by another id, and the message names both", () => {
    throwsWith(() => findPastRelease(history, "r9", "Orders"), "NotFound", /"Orders".*"r9"/);
    throwsWith(() => findPastRelease([], "r1", "Orders"), "NotFound");
  });
});
