import assert from "node:assert/strict";
import { store } from "../../../../support/fixtures/store.ts";
import { on } from "../../../../support/platform/standIn/faults.ts";
import { PlatformBackends } from "../../../../support/platform/platformBackends.ts";
import { openSlowWindow } from "../../../../support/platform/slowWindow.ts";
import {
  inWindow,
  packId,
  scheduleAndFind,
  sentReleases,
  withWorkspace,
} from "../../../../support/platform/workspace.ts";
import { rejectsWith } from "../../../../support/rejectsWith.ts";

const afterWindow = "2026-06-12T02:00:00Z";

describe("the states of scheduled releases that the workspace keeps", function () {
  this.timeout(20_000);

  it("are failed by the first scheduler that finds out, with its reason, and by each retry after that", () =>
    withWorkspace(async ({ open, setTime }) => {
      const backend = await open();
      const { queue, due } = await scheduleAndFind(backend, setTime);
      const problem = async () => (await queue.find(packId))?.schedule.problem;
      assert.equal(await queue.fail(due, { problem: "First." }), true);
      assert.equal(await queue.fail(due, { problem: "Second." }), false, "it was found waiting");
      assert.equal(await problem(), "First.");
      const failed = await queue.find(packId);
      assert.ok(failed);
      assert.equal(await queue.fail(failed, { problem: "Third." }), true);
      assert.equal(await problem(), "Third.");
      await backend.schedules.cancel(packId);
      assert.equal(await queue.fail(failed, { problem: "Fourth." }), false);
    }));

  it("are missed from the end of their window on, once, and without the reason of an earlier failure", () =>
    withWorkspace(async ({ open, setTime }) => {
      const { queue, due } = await scheduleAndFind(await open(), setTime);
      setTime("2026-06-12T00:59:59.999Z");
      assert.equal(await queue.miss(due), false);
      setTime("2026-06-12T01:00:00Z");
      assert.equal(await queue.miss(due), true);
      assert.equal(await queue.miss(due), false);
      const { state, problem } = (await queue.find(packId))?.schedule ?? {};
      assert.deepEqual([state, problem], ["missed", undefined]);
      assert.deepEqual(await queue.listDue(new Date(afterWindow)), []);
      assert.equal(await queue.nextDue(new Date(0)), undefined);
    }));

  it("are not missed while another window releases them", () =>
    withWorkspace(async ({ open, openQueue, setTime }) => {
      const { queue, due } = await scheduleAndFind(await open(), setTime);
      const { parts } = await openQueue(() => Promise.resolve());
      setTime(afterWindow);
      await parts.records.claim([{ packId, name: "Order to Cash" }], "other window");
      assert.equal(await queue.miss(due), false);
      await parts.records.endClaims("other window");
      assert.equal(await queue.miss(due), true);
    }));

  it("are not missed while the platform runs a release that was accepted", () =>
    withWorkspace(async ({ platform, open, setTime }) => {
      platform.conditions.looksUntilDone = 1_000_000;
      const { queue, due } = await scheduleAndFind(await open(), setTime);
      await rejectsWith(queue.release(due, "inWindow"), "OutcomeUnknown");
      setTime("2026-06-14T00:00:00Z");
      assert.equal(await queue.miss(due), false);
      assert.equal(sentReleases(platform), 1);
    }));

  it("are late from the end of their window on, also in a retry", () =>
    withWorkspace(async ({ open, setTime }) => {
      const { queue, due } = await scheduleAndFind(await open(), setTime);
      setTime("2026-06-12T01:00:00Z");
      assert.equal((await queue.release(due, "retry"))?.trigger, "late");
    }));

  it("are sent again by a retry alone, and only for who was told that the outcome is unknown", () =>
    withWorkspace(async ({ platform, open, setTime }) => {
      platform.faults.plan(on("ReleaseIntegrationPack", "create"), { kind: "cutBefore" });
      const { queue, due } = await scheduleAndFind(await open(), setTime);
      await rejectsWith(queue.release(due, "inWindow"), "OutcomeUnknown");
      for (const permission of ["inWindow", "retry"] as const) {
        await rejectsWith(queue.release(due, permission), "OutcomeUnknown");
      }
      await queue.fail(due, { problem: "No answer.", problemCode: "Unreachable" });
      await rejectsWith(queue.release(due, "retry"), "OutcomeUnknown");
      assert.equal(sentReleases(platform), 1);
    }));

  it("rule 12: are a conflict when the pack changed since they were confirmed, and nothing is sent", () =>
    withWorkspace(async ({ platform, open, setTime }) => {
      const { queue, due } = await scheduleAndFind(await open(), setTime);
      const [component] = platform.state.packs.get(packId)?.components ?? [];
      assert.ok(component);
      component.deleted = !component.deleted;
      await rejectsWith(queue.release(due, "inWindow"), "Conflict");
      assert.equal(sentReleases(platform), 0);
      component.deleted = !component.deleted;
      assert.ok(await queue.release(due, "inWindow"));
    }));

  it("are those of the workspace alone: the queue finds none that the platform keeps", () =>
    withWorkspace(async ({ open, setTime }) => {
      const platform = await open({ scheduleWith: "platform" });
      await platform.schedules.schedule({ packId, date: "2026-06-12", timeZone: "UTC" });
      const { queue } = (await open()).schedules;
      assert.equal((await platform.schedules.nextScheduled())?.packId, packId);
      setTime(inWindow);
      assert.equal(await queue.find(packId), undefined);
      assert.deepEqual(await queue.listDue(new Date(inWindow)), []);
      assert.equal(await queue.nextDue(new Date(0)), undefined);
    }));

  it("are forgotten with their pack before the queue answers", async () => {
    const backends = await PlatformBackends.start(store());
    const window = await openSlowWindow(backends, { scheduleWith: "workspace" });
    try {
      const { schedules } = window.parts;
      const { platform } = backends;
      const setTime = (instant: string) => void (platform.conditions.now = () => new Date(instant));
      const { queue, due } = await scheduleAndFind({ schedules }, setTime);
      platform.state.packs.delete(packId);
      assert.equal(await queue.release(due, "inWindow"), undefined);
      assert.equal(await queue.find(packId), undefined);
    } finally {
      window.dispose();
      await backends.dispose();
    }
  });
});
