import assert from "node:assert/strict";
import { packFingerprint } from "../../src/model/release/packFingerprint.ts";
import { ids } from "../support/fixtures/store.ts";
import { rejectsWith } from "../support/rejectsWith.ts";
import { assertWindow, assertPendingUpdates, schedulesRunner, type ContractPart } from "./harness.ts";

const when = { date: "2026-06-20", timeZone: "Europe/Berlin" };

export const schedulesContract: ContractPart = (withBackend) => {
  const withSchedules = schedulesRunner(withBackend);

  describe("scheduled releases, if the backend schedules releases", () => {
    it("rule 7: stores the versions and the window, and releases nothing yet", () =>
      withSchedules(async (backend, schedules, user) => {
        const before = await backend.getPack(ids.orderToCash);
        const history = await backend.history(ids.orderToCash);
        const scheduled = await schedules.schedule({ packId: ids.orderToCash, ...when });
        assert.equal(scheduled.date, when.date);
        assert.equal(scheduled.timeZone, when.timeZone);
        assertWindow(backend, scheduled, "2026-06-19T22:00:00Z", "2026-06-19T23:00:00Z");
        assert.equal(scheduled.hasUncertainZone, schedules.hasUncertainZone);
        assert.equal(scheduled.state, "scheduled");
        assert.equal(scheduled.scheduledBy, user);
        assert.deepEqual(scheduled.versions, { [ids.createOrder]: "hotfix-7", [ids.orderApi]: "9" });
        assert.deepEqual(await backend.getPack(ids.orderToCash), { ...before, scheduled });
        assert.deepEqual(await backend.history(ids.orderToCash), history);
      }));

    it("rule 7: shows an update as pending for every installation until its date", () =>
      withSchedules(async (backend, schedules) => {
        await schedules.schedule({ packId: ids.orderToCash, ...when });
        await assertPendingUpdates(backend, ids.orderToCash, [true, true]);
        if (schedules.cancelUnsupported !== undefined) return;
        await schedules.cancel(ids.orderToCash);
        await assertPendingUpdates(backend, ids.orderToCash, [false, false]);
      }));

    it("finds the scheduled release that comes next, even if it was scheduled last", () =>
      withSchedules(async (_, schedules) => {
        assert.equal((await schedules.nextScheduled())?.packId, ids.scheduled);
        const scheduled = await schedules.schedule({ packId: ids.orderToCash, ...when });
        const next = await schedules.nextScheduled();
        assert.deepEqual([next?.packId, next?.packName], [ids.orderToCash, "Order to Cash"]);
        assert.equal(next?.schedule.windowStart, scheduled.windowStart);
      }));

    it("rule 7: requires a date after today in the time zone of the request", () =>
      withSchedules(async (_, schedules) => {
        const schedule = (date: string, timeZone: string) =>
          schedules.schedule({ packId: ids.orderToCash, date, timeZone });
        // At noon of the 10th in UTC, it is already the 11th on Kiritimati.
        await rejectsWith(
          schedule("2026-06-11", "Pacific/Kiritimati"),
          "InvalidRequest",
          /not after today in Pacific\/Kiritimati/,
          /Choose 2026-06-12 or a later date/,
        );
        await rejectsWith(schedule("2026-06-10", "UTC"), "InvalidRequest", /Choose 2026-06-11/);
        await schedule("2026-06-11", "UTC");
      }));

    it("rejects an impossible date and an unknown zone with InvalidRequest", () =>
      withSchedules(async (_, schedules) => {
        const packId = ids.orderToCash;
        for (const date of ["2026-02-30", "20.06.2026", ""]) {
          const schedule = schedules.schedule({ packId, date, timeZone: "UTC" });
          await rejectsWith(schedule, "InvalidRequest", /^Enter a date as YYYY-MM-DD\.$/);
        }
        const schedule = schedules.schedule({ packId, date: when.date, timeZone: "Mars/Olympus" });
        await rejectsWith(schedule, "InvalidRequest", /Mars\/Olympus/, /IANA/);
      }));

    it("applies the same rules to the request as a release does", () =>
      withSchedules(async (_, schedules) => {
        const schedule = (packId: string, versions?: Record<string, string>) =>
          schedules.schedule({ packId, ...when, ...(versions && { versions }) });
        await rejectsWith(schedule("no-pack"), "NotFound", /no-pack/);
        await rejectsWith(schedule(ids.empty), "InvalidRequest", /Add a/);
        await rejectsWith(schedule(ids.upToDate), "NothingToRelease");
        const notShareable = { [ids.createOrder]: "2.0-private" };
        await rejectsWith(schedule(ids.neverReleased, notShareable), "InvalidRequest", /not shareable/);
        const confirmed = { packId: ids.orderToCash, ...when, versions: { [ids.orderApi]: "9" } };
        const incomplete = schedules.schedule({ ...confirmed, preselect: false });
        await rejectsWith(incomplete, "InvalidRequest", /No version of "Create Order"/);
        const changed = schedules.schedule({ packId: ids.orderToCash, ...when, expected: "something else" });
        await rejectsWith(changed, "Conflict", /Reload/);
      }));

    it("rule 7: rejects a second schedule with AlreadyScheduled unless the request replaces the first", () =>
      withSchedules(async (backend, schedules) => {
        const request = { packId: ids.scheduled, ...when, versions: { [ids.createOrder]: "hotfix-7" } };
        await rejectsWith(
          schedules.schedule(request),
          "AlreadyScheduled",
          schedules.hasUncertainZone ? /for 2096-12-01\./ : /2096-12-01 \(America\/New_York\)/,
          /Change or cancel/,
        );
        const changed = await schedules.schedule({ ...request, replaceScheduled: true });
        assert.deepEqual((await backend.getPack(ids.scheduled)).scheduled, changed);
        assert.deepEqual(changed.versions, { [ids.createOrder]: "hotfix-7" });
        await assertPendingUpdates(backend, ids.scheduled, [true, true]);
      }));

    it("does not make an applied update pending again when only the date changes", () =>
      withSchedules(async (backend, schedules) => {
        const versions = { [ids.createOrder]: "1.1" };
        await schedules.schedule({ packId: ids.scheduled, ...when, versions, replaceScheduled: true });
        await assertPendingUpdates(backend, ids.scheduled, [false, true]);
      }));

    it("rule 6: rejects an immediate release with AlreadyScheduled unless the request replaces the scheduled one", () =>
      withSchedules(async (backend) => {
        const history = await backend.history(ids.scheduled);
        const release = backend.release({ packId: ids.scheduled });
        await rejectsWith(release, "AlreadyScheduled", /2096-12-01/, /say that it is to be replaced/);
        assert.deepEqual(await backend.history(ids.scheduled), history);
        await backend.release({ packId: ids.scheduled, replaceScheduled: true });
        assert.equal((await backend.getPack(ids.scheduled)).scheduled, undefined);
        await assertPendingUpdates(backend, ids.scheduled, [false, false]);
      }));

    it("rejects a release with Conflict when the pack was scheduled since it was read", () =>
      withSchedules(async (backend, schedules) => {
        const expected = packFingerprint(await backend.getPack(ids.orderToCash));
        await schedules.schedule({ packId: ids.orderToCash, ...when });
        const release = backend.release({ packId: ids.orderToCash, expected, replaceScheduled: true });
        await rejectsWith(release, "Conflict", /Nothing was released/);
      }));

    it("rule 7: lets an account apply its pending update once, before the date", () =>
      withSchedules(async (backend, schedules) => {
        const apply = schedules.applyPendingUpdate?.bind(schedules);
        if (!apply) return;
        await apply(ids.scheduled, "a-bolt");
        await assertPendingUpdates(backend, ids.scheduled, [false, false]);
        await rejectsWith(apply(ids.scheduled, "a-bolt"), "InvalidRequest", /no pending update/, /Bolt/);
        await rejectsWith(apply(ids.orderToCash, "a-acme"), "InvalidRequest", /no pending update/);
        await rejectsWith(apply(ids.upToDate, "a-acme"), "NotFound", /not installed/);
        await rejectsWith(apply(ids.scheduled, "no-account"), "NotFound", /no-account/);
        await rejectsWith(apply("no-pack", "a-acme"), "NotFound", /no-pack/);
      }));
  });
};
