import assert from "node:assert/strict";
import { on, refuse } from "../../../../support/platform/standIn/faults.ts";
import {
  inWindow,
  packId,
  scheduleAndFind,
  sentReleases,
  withWorkspace,
} from "../../../../support/platform/workspace.ts";
import { rejectsWith } from "../../../../support/rejectsWith.ts";

describe("scheduled releases that the workspace keeps", function () {
  this.timeout(20_000);

  it("are sent at their date, and are history then", () =>
    withWorkspace(async ({ platform, open, setTime }) => {
      const backend = await open();
      const { queue, due } = await scheduleAndFind(backend, setTime);
      assert.equal(sentReleases(platform), 0);
      const release = await queue.release(due, "inWindow");
      assert.equal(release?.trigger, "scheduled");
      assert.equal(sentReleases(platform), 1);
      assert.equal((await backend.getPack(packId)).scheduled, undefined);
      assert.deepEqual(
        (await backend.history(packId)).map(({ releaseId }) => releaseId),
        [release.releaseId],
      );
      assert.equal(await queue.find(packId), undefined);
    }));

  it("are not sent before their date, nor after it without permission", () =>
    withWorkspace(async ({ platform, open, setTime }) => {
      const { queue, due } = await scheduleAndFind(await open(), setTime);
      setTime("2026-06-11T23:59:59Z");
      assert.equal(await queue.release(due, "inWindow"), undefined);
      setTime("2026-06-12T01:00:00Z");
      assert.equal(await queue.release(due, "inWindow"), undefined);
      assert.equal(sentReleases(platform), 0);
      assert.equal((await queue.release(due, "late"))?.trigger, "late");
    }));

  it("are due from the first instant of their window, and next until then", () =>
    withWorkspace(async ({ open, setTime }) => {
      const { queue, due } = await scheduleAndFind(await open(), setTime);
      const start = new Date("2026-06-12T00:00:00Z");
      const before = new Date(start.getTime() - 1);
      assert.deepEqual(await queue.listDue(before), []);
      assert.equal((await queue.nextDue(before))?.scheduleId, due.scheduleId);
      assert.deepEqual(await queue.listDue(start), [due]);
      assert.equal(await queue.nextDue(start), undefined);
    }));

  it("whose answer was lost are not sent again by themselves, but found when they were made", () =>
    withWorkspace(async ({ platform, open, setTime }) => {
      platform.conditions.looksUntilDone = 1000;
      platform.faults.plan(on("ReleaseIntegrationPack", "create"), { kind: "cutAfter" });
      const { queue, due } = await scheduleAndFind(await open(), setTime);
      await rejectsWith(queue.release(due, "inWindow"), "OutcomeUnknown", /not sent again/);
      const other = await open();
      const next = other.schedules.queue;
      await rejectsWith(next.release(due, "inWindow"), "OutcomeUnknown");
      assert.equal(sentReleases(platform), 1);
      platform.conditions.looksUntilDone = 0;
      for (const request of platform.state.releaseRequests.values()) request.looksUntilDone = 0;
      assert.equal(await next.release(due, "inWindow"), undefined);
      assert.equal((await other.history(packId)).length, 1);
      const { outcomes } = await other.schedules.watch.look();
      assert.deepEqual(
        outcomes.map(({ kind, queued }) => [kind, queued.scheduleId]),
        [["released", due.scheduleId]],
      );
      assert.equal(sentReleases(platform), 1);
    }));

  it("whose answer was lost are sent again when their user says so", () =>
    withWorkspace(async ({ platform, open, setTime }) => {
      platform.faults.plan(on("ReleaseIntegrationPack", "create"), { kind: "cutBefore" });
      const { queue, due } = await scheduleAndFind(await open(), setTime);
      await rejectsWith(queue.release(due, "inWindow"), "OutcomeUnknown");
      assert.equal(await queue.fail(due, { problem: "Nobody knows.", problemCode: "OutcomeUnknown" }), true);
      assert.deepEqual(await queue.listDue(new Date(inWindow)), []);
      assert.ok(await queue.release(due, "retry"));
      assert.equal(sentReleases(platform), 2);
    }));

  it("that the platform refused can be tried again", () =>
    withWorkspace(async ({ platform, open, setTime }) => {
      platform.faults.plan(on("ReleaseIntegrationPack", "create"), refuse(403, "Not now."));
      const { queue, due } = await scheduleAndFind(await open(), setTime);
      await rejectsWith(queue.release(due, "inWindow"), "Forbidden", /was not released/);
      assert.equal((await queue.find(packId))?.schedule.state, "scheduled");
      assert.ok(await queue.release(due, "inWindow"));
    }));

  it("do not run here once the platform may have taken them over, and stay when it refused", () =>
    withWorkspace(async ({ platform, open, setTime }) => {
      const backend = await open();
      await backend.schedules.schedule({ packId, date: "2026-06-12", timeZone: "UTC" });
      const later = { packId, date: "2026-06-13", timeZone: "UTC", replaceScheduled: true };
      const handingOver = await open({ scheduleWith: "platform" });
      platform.faults.plan(on("ReleaseIntegrationPack"), refuse(400, "Not today."));
      await rejectsWith(handingOver.schedules.schedule(later), "InvalidRequest", /Not today/);
      assert.equal((await backend.getPack(packId)).scheduled?.state, "scheduled");
      platform.faults.plan(on("ReleaseIntegrationPack"), { kind: "cutAfter" });
      await rejectsWith(handingOver.schedules.schedule(later), "OutcomeUnknown");
      setTime(inWindow);
      assert.deepEqual(await backend.schedules.queue.listDue(new Date(inWindow)), []);
      assert.equal(await backend.schedules.queue.find(packId), undefined);
      assert.equal((await backend.getPack(packId)).scheduled?.state, "unknown");
    }));

  it("end with their pack", () =>
    withWorkspace(async ({ platform, open, setTime }) => {
      const { queue, due } = await scheduleAndFind(await open(), setTime);
      platform.state.packs.delete(packId);
      assert.equal(await queue.release(due, "inWindow"), undefined);
      assert.equal(await queue.find(packId), undefined);
    }));

  it("can be cancelled, changed and missed", () =>
    withWorkspace(async ({ open, setTime }) => {
      const backend = await open();
      assert.equal(backend.schedules.cancelUnsupported, undefined);
      const { queue, due } = await scheduleAndFind(backend, setTime);
      setTime("2026-06-12T02:00:00Z");
      assert.equal(await queue.miss(due), true);
      assert.equal((await backend.getPack(packId)).scheduled?.state, "missed");
      const again = { packId, date: "2026-06-20", timeZone: "Europe/Berlin", replaceScheduled: true };
      await backend.schedules.schedule(again);
      assert.equal(await queue.release(due, "retry"), undefined);
      assert.equal((await queue.nextDue(new Date("2026-06-13T00:00:00Z")))?.schedule.date, "2026-06-20");
      await backend.schedules.cancel(packId);
      assert.equal((await backend.getPack(packId)).scheduled, undefined);
    }));

  it("can neither be cancelled nor changed once they are sent", () =>
    withWorkspace(async ({ platform, open, setTime }) => {
      platform.conditions.looksUntilDone = 1_000_000;
      const backend = await open();
      const { queue, due } = await scheduleAndFind(backend, setTime);
      await rejectsWith(queue.release(due, "inWindow"), "OutcomeUnknown");
      await rejectsWith(backend.schedules.checkCancellable(packId), "Conflict", /under way/);
      await rejectsWith(backend.schedules.cancel(packId), "Conflict", /under way/);
      const again = { packId, date: "2026-06-20", timeZone: "UTC", replaceScheduled: true };
      await rejectsWith(backend.schedules.schedule(again), "Conflict", /under way/);
    }));
});
