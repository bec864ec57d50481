import assert from "node:assert/strict";
import type { PlatformBackend } from "../../../../../src/backend/platform/platformBackend.ts";
import type { ScheduledOutcome } from "../../../../../src/backend/releaseWatch.ts";
import type { ComponentVersions, PackRelease } from "../../../../../src/model/release/release.ts";
import { ids, store } from "../../../../support/fixtures/store.ts";
import { PlatformBackends } from "../../../../support/platform/platformBackends.ts";
import { rejectsWith } from "../../../../support/rejectsWith.ts";

const packId = ids.orderToCash;
const scheduled = { packId, date: "2026-06-12", timeZone: "UTC" };
const windowStart = Date.parse("2026-06-12T00:00:00Z");
const minute = 60_000;
const hour = 60 * minute;

describe("scheduled releases that the platform keeps", function () {
  this.timeout(20_000);

  let backends: PlatformBackends;
  let backend: PlatformBackend;
  const outcomes: ScheduledOutcome[] = [];
  const released: PackRelease[] = [];

  const open = async () => {
    const opened = await backends.open();
    opened.onDidRelease((one) => void released.push(one));
    return opened;
  };
  const setTime = (at: number) => void (backends.platform.conditions.now = () => new Date(at));
  /** Looks as after a while, and resolves to the pause until the next look, in ms. */
  const look = async (by = backend) => {
    by.refresh();
    const report = await by.schedules.watch.look();
    outcomes.push(...report.outcomes);
    const { nextLook } = report;
    return nextLook && nextLook.getTime() - backends.platform.conditions.now().getTime();
  };

  beforeEach(async () => {
    outcomes.length = 0;
    released.length = 0;
    const content = store();
    const packs = content.packs.map(({ scheduled: _, ...pack }) => pack);
    backends = await PlatformBackends.start({ ...content, packs });
    backend = await open();
  });
  afterEach(() => backends.dispose());

  it("need no look while there are none", async () => {
    assert.equal(await look(), undefined);
  });

  it("are looked at from where their date begins first, with pauses that grow, and again from their window", async () => {
    await backend.schedules.schedule(scheduled);
    backends.platform.conditions.timeZone = "Pacific/Pago_Pago";
    for (const [since, pause] of [
      [-20 * hour, 6 * hour + minute],
      [-14 * hour, minute],
      [-12 * hour, hour / 2],
      [-5 * hour, hour],
      [-10 * minute, 11 * minute],
      [0, minute],
      [2 * minute, minute],
      [20 * minute, 5 * minute],
      [9 * hour, hour],
    ] as const) {
      setTime(windowStart + since);
      assert.equal(await look(), pause, `${since / minute} minutes after the start of the window`);
    }
    assert.deepEqual(outcomes, []);
  });

  it("are told once they were made, in one window, and are history then", async () => {
    await backend.schedules.schedule(scheduled);
    const other = await open();
    setTime(windowStart + minute);
    assert.deepEqual(await Promise.all([look(), look(other)]), [undefined, undefined]);
    assert.deepEqual(
      outcomes.map((one) => [one.kind, one.queued.packId, one.queued.schedule.date]),
      [["released", packId, "2026-06-12"]],
    );
    const [latest] = await backend.history(packId);
    assert.equal(latest?.trigger, "scheduled");
    assert.deepEqual(
      released.map(({ releaseId }) => releaseId),
      [latest.releaseId],
    );
  });

  describe("and that ran before anybody looked", () => {
    let versions: ComponentVersions;
    beforeEach(async () => {
      ({ versions } = await backend.schedules.schedule(scheduled));
      setTime(windowStart + minute);
    });

    it("leave nothing to release, and are reported as released", async () => {
      await rejectsWith(backend.release({ packId, versions }), "NothingToRelease");
      assert.equal(backends.platform.state.releaseRequests.size, 1);
      await look();
      assert.deepEqual(
        outcomes.map(({ kind }) => kind),
        ["released"],
      );
      assert.equal((await backend.history(packId))[0]?.trigger, "scheduled");
      assert.equal((await backend.getPack(packId)).scheduled, undefined);
    });

    it("are history before a release plan is checked", async () => {
      const { plan } = await backend.plans.draft({ packIds: [packId], name: "June" });
      await backend.plans.check(plan);
      assert.equal((await backend.history(packId))[0]?.trigger, "scheduled");
      assert.equal((await backend.getPack(packId)).scheduled, undefined);
    });

    it("are not in the way of the next scheduled release", async () => {
      await backend.schedules.schedule({ ...scheduled, date: "2026-07-01" });
      assert.equal((await backend.getPack(packId)).scheduled?.date, "2026-07-01");
    });
  });

  it("cannot be cancelled by a workspace that keeps its own by now, which says so before anybody is asked", async () => {
    await backend.schedules.schedule(scheduled);
    const { schedules } = await backends.open({ scheduleWith: "workspace" });
    assert.equal(schedules.cancelUnsupported, undefined);
    await rejectsWith(schedules.checkCancellable(packId), "Unsupported", /cannot cancel/);
    await rejectsWith(schedules.cancel(packId), "Unsupported", /cannot cancel/);
    assert.equal((await backend.getPack(packId)).scheduled?.state, "scheduled");
  });

  it("have the date that they were given in Boomi, and what was confirmed here", async () => {
    const { versions } = await backend.schedules.schedule(scheduled);
    for (const request of backends.platform.state.releaseRequests.values()) request.date = "2026-06-20";
    await look();
    const { scheduled: moved } = await backend.getPack(packId);
    assert.deepEqual([moved?.date, moved?.state], ["2026-06-20", "scheduled"]);
    assert.deepEqual(moved?.versions, versions);
  });

  it("are scheduled again once Boomi reports them again", async () => {
    await backend.schedules.schedule(scheduled);
    const reported = [...backends.platform.state.releaseRequests];
    backends.platform.state.releaseRequests.clear();
    await look();
    const unknown = (await backend.getPack(packId)).scheduled;
    assert.deepEqual([unknown?.state, unknown?.problemCode], ["unknown", "OutcomeUnknown"]);
    for (const [requestId, request] of reported) {
      backends.platform.state.releaseRequests.set(requestId, request);
    }
    await look();
    const again = (await backend.getPack(packId)).scheduled;
    assert.deepEqual([again?.state, again?.date, again?.problem], ["scheduled", scheduled.date, undefined]);
  });

  it("are told when the platform does not know them any more, but the pack shows that they were made", async () => {
    const { versions } = await backend.schedules.schedule(scheduled);
    setTime(windowStart + minute);
    // Whoever lists packs sees them released.
    await (await backends.open({ records: { file: `${backends.folder}/other.db` } })).listPacks();
    backends.platform.state.releaseRequests.clear();
    await look();
    assert.deepEqual(
      outcomes.map(({ kind }) => kind),
      ["released"],
    );
    assert.deepEqual((await backend.history(packId))[0]?.versions, versions);
  });

  describe("and that Boomi no longer reports before their date", () => {
    beforeEach(async () => {
      await backend.schedules.schedule(scheduled);
      backends.platform.state.releaseRequests.clear();
      for (const pack of backends.platform.state.packs.values()) pack.openRequestId = undefined;
      await look();
    });

    it("are unknown, and say what to do", async () => {
      const pack = await backend.getPack(packId);
      assert.equal(pack.scheduled?.state, "unknown");
      assert.match(pack.scheduled.problem ?? "", /Boomi no longer reports/);
      assert.deepEqual(await backend.history(packId), []);
      assert.deepEqual(outcomes, []);
    });

    it("can be taken off the list", async () => {
      await backend.schedules.cancel(packId);
      assert.equal((await backend.getPack(packId)).scheduled, undefined);
    });

    it("can be scheduled anew, which creates another one", async () => {
      await backend.schedules.schedule({ ...scheduled, date: "2026-06-20", replaceScheduled: true });
      const pack = await backend.getPack(packId);
      assert.deepEqual([pack.scheduled?.date, pack.scheduled?.state], ["2026-06-20", "scheduled"]);
      assert.equal(backends.platform.state.releaseRequests.size, 1);
    });

    it("can be released now, once", async () => {
      await backend.release({ packId, replaceScheduled: true });
      assert.equal((await backend.getPack(packId)).scheduled, undefined);
      assert.equal((await backend.history(packId)).length, 1);
    });

    it("are the workspace's, with an unknown outcome that is reported once, when the pack does not show the release", async () => {
      setTime(windowStart + 14 * hour);
      await look();
      await look();
      assert.deepEqual(
        outcomes.map(({ kind }) => kind),
        ["unknown"],
      );
      assert.equal((await backend.getPack(packId)).scheduled?.state, "unknown");
      assert.deepEqual(await backend.schedules.queue.listDue(new Date(windowStart + 15 * hour)), []);
    });
  });

  describe("and that are released by hand before", () => {
    beforeEach(() => backend.schedules.schedule(scheduled));
    const releaseNow = () => backend.release({ packId, replaceScheduled: true });

    it("are one release, whoever looks at it while it is made", async () => {
      const other = await open();
      backends.platform.conditions.looksUntilDone = 5;
      const isOver = releaseNow();
      while (backends.platform.state.releaseRequests.size === 0) await look(other);
      for (let looks = 0; looks < 8; looks += 1) await look(other);
      await isOver;
      await look();
      const history = await backend.history(packId);
      assert.deepEqual(
        history.map(({ trigger }) => trigger),
        ["immediate"],
      );
      assert.deepEqual(outcomes, []);
      assert.equal((await other.getPack(packId)).scheduled, undefined);
    });

    for (const later of [0, 40 * minute]) {
      it(`are one release, whose end is found ${later / minute} minutes after nobody followed it any more`, async () => {
        backends.platform.conditions.looksUntilDone = 1_000_000;
        await rejectsWith(releaseNow(), "OutcomeUnknown");
        for (const request of backends.platform.state.releaseRequests.values()) request.looksUntilDone = 0;
        setTime(backends.platform.conditions.now().getTime() + later);
        const other = await open();
        await Promise.all([other.listPacks(), look(other), look()]);
        const history = await backend.history(packId);
        assert.deepEqual(
          history.map(({ trigger }) => trigger),
          ["immediate"],
        );
        assert.deepEqual(outcomes, []);
        assert.equal(new Set(released.map(({ releaseId }) => releaseId)).size, 1);
      });
    }

    it("are not told a second time when that failed", async () => {
      backends.platform.conditions.releasesFail = true;
      await rejectsWith(releaseNow(), "InvalidRequest", /could not release/);
      await look();
      assert.deepEqual(outcomes, []);
      assert.equal((await backend.getPack(packId)).scheduled?.state, "failed");
    });
  });

  it("that failed before their window, as their date begins earlier there, are made by a retry", async () => {
    backends.platform.conditions.timeZone = "Pacific/Kiritimati";
    await backend.schedules.schedule(scheduled);
    backends.platform.conditions.releasesFail = true;
    setTime(windowStart - 13 * hour);
    await look();
    assert.deepEqual(
      outcomes.map(({ kind }) => kind),
      ["failed"],
    );
    backends.platform.conditions.releasesFail = false;
    const { queue } = backend.schedules;
    const queued = await queue.find(packId);
    assert.ok(queued);
    assert.deepEqual(await queue.listDue(new Date(windowStart + minute)), []);
    assert.ok(await queue.release(queued, "retry"));
    assert.equal((await backend.getPack(packId)).scheduled, undefined);
  });

  describe("that failed there", () => {
    beforeEach(async () => {
      await backend.schedules.schedule(scheduled);
      backends.platform.conditions.releasesFail = true;
      setTime(windowStart + minute);
      await look();
      backends.platform.conditions.releasesFail = false;
    });

    it("are told once, in one window, and keep their schedule with the reason", async () => {
      const other = await open();
      await Promise.all([look(), look(other)]);
      assert.deepEqual(
        outcomes.map((one) => [one.kind, one.queued.packName]),
        [["failed", "Order to Cash"]],
      );
      const pack = await backend.getPack(packId);
      assert.equal(pack.scheduled?.state, "failed");
      assert.match(pack.scheduled.problem ?? "", /could not release "Order to Cash"/);
      assert.deepEqual(released, []);
    });

    it("are made by a retry, as by the workspace's scheduler, once", async () => {
      const { queue } = backend.schedules;
      const queued = await queue.find(packId);
      assert.ok(queued);
      const release = await queue.release(queued, "retry");
      assert.equal(release?.trigger, "scheduled");
      assert.equal(await queue.release(queued, "retry"), undefined);
      assert.equal((await backend.getPack(packId)).scheduled, undefined);
    });

    it("are released now like any other", async () => {
      await backend.release({ packId, replaceScheduled: true });
      assert.equal((await backend.getPack(packId)).scheduled, undefined);
    });

    it("go back to the platform with another date", async () => {
      await backend.schedules.schedule({ ...scheduled, date: "2026-06-20", replaceScheduled: true });
      backend.refresh();
      const pack = await backend.getPack(packId);
      assert.deepEqual([pack.scheduled?.date, pack.scheduled?.state], ["2026-06-20", "scheduled"]);
      setTime(Date.parse("2026-06-20T00:05:00Z"));
      await look();
      assert.deepEqual(
        outcomes.map(({ kind }) => kind),
        ["failed", "released"],
      );
    });

    it("can be cancelled, as the platform has them no more", async () => {
      await backend.schedules.checkCancellable(packId);
      await backend.schedules.cancel(packId);
      assert.equal((await backend.getPack(packId)).scheduled, undefined);
    });
  });
});
