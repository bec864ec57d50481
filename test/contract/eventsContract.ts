import assert from "node:assert/strict";
import type { PackRelease } from "../../src/model/release/release.ts";
import { ids } from "../support/fixtures/store.ts";
import { rejectsWith } from "../support/rejectsWith.ts";
import type { ContractPart } from "./harness.ts";

export const eventsContract: ContractPart = (withBackend) => {
  describe("events", () => {
    it("announces a release once, with its versions, before the release resolves", () =>
      withBackend(async (backend) => {
        const announced: PackRelease[] = [];
        let changes = 0;
        backend.onDidRelease((release) => announced.push(release));
        backend.onDidChange(() => (changes += 1));
        const release = await backend.release({ packId: ids.neverReleased });
        assert.deepEqual(announced, [release]);
        assert.equal(changes, 1);
      }));

    it("announces nothing when a release is rejected", () =>
      withBackend(async (backend) => {
        let events = 0;
        backend.onDidRelease(() => (events += 1));
        backend.onDidChange(() => (events += 1));
        await rejectsWith(backend.release({ packId: ids.upToDate }), "NothingToRelease");
        assert.equal(events, 0);
      }));

    it("announces a schedule as a change, not as a release", () =>
      withBackend(async (backend) => {
        if (!backend.schedules) return;
        let changes = 0;
        let releases = 0;
        backend.onDidChange(() => (changes += 1));
        backend.onDidRelease(() => (releases += 1));
        const request = { packId: ids.orderToCash, timeZone: "UTC" };
        await backend.schedules.schedule({ ...request, date: "2026-07-01" });
        await backend.schedules.schedule({ ...request, date: "2026-07-02", replaceScheduled: true });
        assert.deepEqual([changes, releases], [2, 0]);
      }));

    it("does not call a listener that was disposed of", () =>
      withBackend(async (backend) => {
        let events = 0;
        backend.onDidRelease(() => (events += 1)).dispose();
        backend.onDidChange(() => (events += 1)).dispose();
        await backend.release({ packId: ids.neverReleased });
        assert.equal(events, 0);
      }));
  });
};
