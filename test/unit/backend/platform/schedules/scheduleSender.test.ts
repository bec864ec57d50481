import assert from "node:assert/strict";
import type { PlatformOptions } from "../../../../../src/backend/platform/platformOptions.ts";
import { ids, store } from "../../../../support/fixtures/store.ts";
import { on, refuse, type Fault } from "../../../../support/platform/standIn/faults.ts";
import { PlatformBackends } from "../../../../support/platform/platformBackends.ts";
import { openSlowWindow, type SlowWindow } from "../../../../support/platform/slowWindow.ts";
import { rejectsWith } from "../../../../support/rejectsWith.ts";

const packId = ids.orderToCash;
const request = { packId, date: "2026-06-12", timeZone: "UTC" };
const later = { ...request, date: "2026-06-20", replaceScheduled: true };
const sending = on("ReleaseIntegrationPack");

/** The request is carried out, and its answer lacks the id by which it could be followed. */
const withoutId: Fault = {
  kind: "changed",
  change: (answer) => ({ ...answer, body: answer.body.replace(/"requestId":"[^"]*"/, '"requestId":""') }),
};

describe("handing a scheduled release over to the platform", () => {
  let backends: PlatformBackends;
  const windows: SlowWindow[] = [];

  beforeEach(async () => {
    backends = await PlatformBackends.start(store());
  });
  afterEach(async () => {
    for (const window of windows.splice(0)) window.dispose();
    await backends.dispose();
  });

  const open = async (options: Partial<PlatformOptions> = {}) => {
    const window = await openSlowWindow(backends, options);
    windows.push(window);
    return window;
  };
  const fail = (fault: Fault) => backends.platform.faults.plan(sending, fault);
  /** What the records have: who keeps it, the request, the state and the date. */
  const stored = async ({ records }: SlowWindow) => {
    const record = await records.findSchedule(packId);
    return record && [record.keeper, record.requestId, record.storedState, record.scheduled.date];
  };
  const reportedId = () => [...backends.platform.state.releaseRequests.keys()].at(-1);

  it("is recorded when it is accepted, before the person learns of it", async () => {
    const window = await open();
    await window.parts.schedules.schedule(request);
    assert.deepEqual(await stored(window), ["platform", reportedId(), "scheduled", request.date]);
    assert.deepEqual(await window.records.listOpenAttempts(), []);
  });

  it("is scheduled also when the answer has no id, and a change without one has the id from before", async () => {
    const window = await open();
    fail(withoutId);
    await window.parts.schedules.schedule(request);
    assert.deepEqual(await stored(window), ["platform", "", "scheduled", request.date]);
    await window.parts.schedules.schedule({ ...request, replaceScheduled: true, date: "2026-06-13" });
    const known = reportedId();
    fail(withoutId);
    await window.parts.schedules.schedule(later);
    assert.deepEqual(await stored(window), ["platform", known, "scheduled", later.date]);
  });

  it("is found changed by its date when the answer was lost", async () => {
    const window = await open();
    await window.parts.schedules.schedule(request);
    const id = reportedId();
    fail({ kind: "cutAfter" });
    assert.equal((await window.parts.schedules.schedule(later)).date, later.date);
    assert.deepEqual(await stored(window), ["platform", id, "scheduled", later.date]);
    assert.deepEqual(await window.records.listOpenAttempts(), []);
  });

  for (const [what, change, fault, status] of [
    ["its status still has the date from before", later, { kind: "cutBefore" }, undefined],
    [
      "its date stays, so that its status shows no change",
      { ...later, date: request.date },
      { kind: "cutAfter" },
      undefined,
    ],
    ["its status cannot be read", later, { kind: "cutAfter" }, refuse(400, "No.")],
    ["its status is that it runs", later, { kind: "cutAfter" }, { kind: "answer", status: 202 }],
  ] as const) {
    it(`has an unknown outcome when the answer to a change was lost and ${what}`, async () => {
      const window = await open();
      await window.parts.schedules.schedule(request);
      const versions = { [ids.createOrder]: "1.0" };
      backends.platform.faults.plan(sending, fault);
      if (status) backends.platform.faults.plan(on("ReleaseIntegrationPackStatus", "get"), status, 9);
      await rejectsWith(
        window.parts.schedules.schedule({ ...change, versions }),
        "OutcomeUnknown",
        /Order to Cash/,
      );
      assert.deepEqual(await stored(window), ["platform", "", "unknown", change.date]);
      assert.deepEqual(await window.records.listOpenAttempts(), []);
    });
  }

  it("has an unknown outcome when the answer was lost and there was none before, or one of the workspace", async () => {
    const window = await open();
    fail({ kind: "cutAfter" });
    await rejectsWith(window.parts.schedules.schedule(request), "OutcomeUnknown");
    assert.deepEqual(await stored(window), ["platform", "", "unknown", request.date]);
    await window.records.removePack(packId);
    backends.platform.state.releaseRequests.clear();
    await (await open({ scheduleWith: "workspace" })).parts.schedules.schedule(request);
    fail({ kind: "cutAfter" });
    await rejectsWith(window.parts.schedules.schedule(later), "OutcomeUnknown");
    assert.deepEqual(await stored(window), ["platform", "", "unknown", later.date]);
  });

  it("is refused where Boomi has one that the records do not have, unless it is to be replaced", async () => {
    const { parts } = await open();
    backends.platform.scheduleElsewhere(packId, "2026-07-01", {});
    await rejectsWith(parts.schedules.schedule(request), "AlreadyScheduled", /already scheduled in Boomi/);
    const scheduled = await parts.schedules.schedule({ ...request, replaceScheduled: true });
    assert.equal(scheduled.date, request.date);
  });

  it("fails with Boomi's reason where it rejects the change of one that the records have", async () => {
    const window = await open();
    await window.parts.schedules.schedule(request);
    backends.platform.faults.plan(sending, refuse(400, "Nothing may be scheduled today."), 2);
    await rejectsWith(window.parts.schedules.schedule(later), "InvalidRequest", /may be scheduled today/);
    assert.deepEqual(await stored(window), ["platform", reportedId(), "scheduled", request.date]);
  });

  it("cannot be taken back by a workspace that keeps its own, whose schedule stays the platform's", async () => {
    const window = await open();
    await window.parts.schedules.schedule(request);
    const workspace = await open({ scheduleWith: "workspace" });
    await rejectsWith(workspace.parts.schedules.schedule(later), "Unsupported", /The platform runs/);
    assert.deepEqual(await stored(window), ["platform", reportedId(), "scheduled", request.date]);
  });

  it("is not needed by a workspace that keeps its own, which announces the change", async () => {
    const workspace = await open({ scheduleWith: "workspace" });
    const announced = new Promise<void>((resolve) => workspace.parts.changed.event(resolve));
    await workspace.parts.schedules.schedule(request);
    await announced;
    assert.deepEqual(await stored(workspace), ["workspace", "", "scheduled", request.date]);
    await workspace.parts.schedules.schedule(later);
    assert.deepEqual(await stored(workspace), ["workspace", "", "scheduled", later.date]);
    assert.equal(backends.platform.log.filter(sending).length, 0);
  });

  it("is cancelled once by two windows of a workspace: the second one says that nothing is scheduled", async () => {
    const { parts } = await open({ scheduleWith: "workspace" });
    await parts.schedules.schedule(request);
    const ends = await Promise.allSettled([parts.schedules.cancel(packId), parts.schedules.cancel(packId)]);
    assert.deepEqual(ends.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
    await rejectsWith(parts.schedules.cancel(packId), "NotFound", /Order to Cash/);
  });

  it("says by its name that a pack is under way, or by its id while nobody has seen the pack", async () => {
    const { records } = await open();
    await records.claim([{ packId, name: "Order to Cash" }], "h1");
    const { parts } = await open();
    await rejectsWith(parts.schedules.schedule(request), "Conflict", new RegExp(`"${packId}" is under way`));
    await parts.scheduledPacks.list();
    await rejectsWith(parts.schedules.schedule(request), "Conflict", /"Order to Cash" is under way/);
  });

  it("is not hindered by an earlier one that ran, which is looked up first", async () => {
    const window = await open();
    await window.parts.schedules.schedule(request);
    backends.platform.conditions.now = () => new Date("2026-06-12T12:00:00Z");
    const versions = { [ids.createOrder]: "1.0" };
    await window.parts.schedules.schedule({ ...request, date: later.date, versions });
    assert.deepEqual(await stored(window), ["platform", reportedId(), "scheduled", later.date]);
    assert.equal((await window.records.history(packId)).length, 1);
  });
});
