import assert from "node:assert/strict";
import type { NewScheduleRecord } from "../../../../../src/backend/platform/records/scheduleRecord.ts";
import type { WatchReport } from "../../../../../src/backend/releaseWatch.ts";
import { ids, store } from "../../../../support/fixtures/store.ts";
import { refuse } from "../../../../support/platform/standIn/faults.ts";
import { PlatformBackends } from "../../../../support/platform/platformBackends.ts";
import { openSlowWindow, type SlowWindow } from "../../../../support/platform/slowWindow.ts";
import { silentLog } from "../../../../support/silentLog.ts";
import { hour } from "../../../../support/time/durations.ts";

const packId = ids.upToDate;
const pack = { packId, name: "Up to Date" };
const other = { packId: ids.legacy, name: "Legacy Billing" };
const packComponent = { componentId: ids.createOrder, currentVersion: "hotfix-7", deleted: false };
/** When the date begins in the first zone that may count, and when its window ends in the last one. */
const windowStart = Date.parse("2026-06-11T10:00:00Z");
const windowEnd = Date.parse("2026-06-12T13:00:00Z");

/** A scheduled release of the versions that the pack has already: it shows them from the first. */
const shown: NewScheduleRecord = {
  packId,
  packName: pack.name,
  keeper: "platform",
  requestId: "gone",
  scheduled: {
    date: "2026-06-12",
    timeZone: "UTC",
    versions: { [ids.createOrder]: "hotfix-7" },
    confirmed: [packComponent],
    state: "scheduled",
    scheduledBy: "dev@example.com",
    scheduledAt: "2026-06-10T12:00:00.000Z",
  },
};
/** One of versions that the pack does not show. */
const notShown = { ...shown, scheduled: { ...shown.scheduled, versions: { [ids.createOrder]: "1.1" } } };

describe("looking up the scheduled releases that the platform keeps", () => {
  let backends: PlatformBackends;
  let window: SlowWindow;
  const warnings: string[] = [];
  const log = { ...silentLog, warn: (message: string) => void warnings.push(message) };

  beforeEach(async () => {
    backends = await PlatformBackends.start(store());
    warnings.length = 0;
    window = await openSlowWindow(backends, { log });
  });
  afterEach(async () => {
    window.dispose();
    await backends.dispose();
  });

  const setTime = (at: number) => void (backends.platform.conditions.now = () => new Date(at));
  const put = async (record: NewScheduleRecord): Promise<string> => {
    await window.records.claim([pack], "putting");
    const { scheduleId } = await window.records.putSchedule(record, "", "putting");
    await window.records.endClaims("putting");
    return scheduleId;
  };
  const look = (): Promise<WatchReport> => {
    window.parts.watch.forget();
    return window.parts.watch.look();
  };
  const kinds = ({ outcomes }: WatchReport) => outcomes.map(({ kind }) => kind);
  const find = async () => (await window.records.findSchedule(packId))?.scheduled;
  /** What the platform reports of the request. */
  const report = (
    requestId: string,
    date: string | undefined,
    status: "SCHEDULED" | "ERROR" | "IN_PROGRESS",
  ) =>
    backends.platform.state.releaseRequests.set(requestId, {
      requestId,
      packId,
      packName: pack.name,
      installationType: "SINGLE",
      versions: new Map(),
      replaced: new Map(),
      status,
      date,
      startedAt: 0,
      looksUntilDone: 1_000,
    });

  for (const [what, at, kind] of [
    ["is no proof before its date may begin", windowStart - 1, undefined],
    ["shows that it was made from where its date begins first", windowStart, "released"],
    ["still shows that it was made after its window", windowEnd + hour, "released"],
  ] as const) {
    it(`the pack that has its versions ${what}`, async () => {
      await put(shown);
      setTime(at);
      assert.deepEqual(kinds(await look()), kind ? [kind] : []);
      assert.equal((await window.records.history(packId)).length, kind ? 1 : 0);
      assert.equal((await find())?.state, kind ? undefined : "unknown");
    });
  }

  for (const requestId of ["gone", ""]) {
    it(`the outcome is unknown from the end of its window on, with ${requestId === "" ? "no id" : "an id that Boomi no longer reports"}`, async () => {
      await put({ ...notShown, requestId });
      setTime(windowEnd - 1);
      assert.deepEqual(kinds(await look()), []);
      assert.equal((await window.records.findSchedule(packId))?.keeper, "platform");
      setTime(windowEnd);
      assert.deepEqual(kinds(await look()), ["unknown"]);
      assert.deepEqual(kinds(await look()), []);
      assert.equal((await window.records.findSchedule(packId))?.keeper, "workspace");
    });
  }

  it("one whose id is not known stays scheduled until its date, and is found in the pack then", async () => {
    await put({ ...shown, requestId: "" });
    await look();
    assert.equal((await find())?.state, "scheduled");
    setTime(windowStart);
    assert.deepEqual(kinds(await look()), ["released"]);
  });

  it("one that is failed or missed stays so when Boomi does not report it", async () => {
    for (const state of ["failed", "missed"] as const) {
      await put({ ...notShown, scheduled: { ...notShown.scheduled, state } });
      await look();
      assert.equal((await find())?.state, state);
      await window.records.removePack(packId);
    }
  });

  it("one whose pack is gone is forgotten", async () => {
    await put(shown);
    backends.platform.state.packs.delete(packId);
    assert.deepEqual(await look(), { outcomes: [], nextLook: undefined });
    assert.equal(await find(), undefined);
  });

  it("rule 12: what was confirmed stays, and where an earlier format did not store it, it is what is found", async () => {
    const before = [{ ...packComponent, currentVersion: "1.0" }];
    const { confirmed: _, ...unconfirmed } = shown.scheduled;
    for (const keeper of ["platform", "workspace"] as const) {
      for (const [scheduled, expected] of [
        [{ ...shown.scheduled, confirmed: before }, before],
        [unconfirmed, [packComponent]],
      ] as const) {
        const record = { ...shown, keeper, requestId: keeper === "platform" ? "request-1" : "" };
        report("request-1", "2026-06-12", "SCHEDULED");
        await put({ ...record, scheduled });
        await look();
        assert.deepEqual((await find())?.confirmed, expected, keeper);
        await window.records.removePack(packId);
      }
    }
  });

  it("rule 12: what was confirmed is completed while a release runs, and when its date was moved in Boomi", async () => {
    const { confirmed: _, ...unconfirmed } = shown.scheduled;
    for (const [status, date] of [
      ["IN_PROGRESS", undefined],
      ["SCHEDULED", "2026-06-20"],
    ] as const) {
      report("request-1", date, status);
      await put({ ...shown, requestId: "request-1", scheduled: unconfirmed });
      await look();
      assert.deepEqual((await find())?.confirmed, [packComponent], status);
      await window.records.removePack(packId);
    }
  });

  it("one that Boomi reports with its date changes nothing", async () => {
    report("request-1", "2026-06-12", "SCHEDULED");
    await put({ ...shown, requestId: "request-1" });
    const stored = await find();
    let changes = 0;
    window.records.onDidChange(() => void (changes += 1));
    await look();
    await look();
    assert.deepEqual([await find(), changes], [stored, 0]);
  });

  it("one that Boomi reports without a readable date keeps the date that was confirmed", async () => {
    report("request-1", "soon", "SCHEDULED");
    await put({ ...shown, requestId: "request-1", scheduled: { ...shown.scheduled, state: "unknown" } });
    await look();
    const { date, state } = (await find()) ?? {};
    assert.deepEqual([date, state], ["2026-06-12", "scheduled"]);
  });

  it("one that somebody changes right now is left to them, and one of the workspace is not looked up", async () => {
    report("request-1", "2026-06-20", "SCHEDULED");
    await put({ ...shown, requestId: "request-1" });
    await window.records.claim([pack], "h1");
    await look();
    assert.equal((await find())?.date, "2026-06-12");
    await window.records.endClaims("h1");
    await look();
    assert.equal((await find())?.date, "2026-06-20");
    await window.records.removePack(packId);
    await put({ ...shown, keeper: "workspace", requestId: "" });
    setTime(windowEnd + hour);
    assert.deepEqual(kinds(await look()), []);
    assert.equal((await find())?.state, "scheduled");
    assert.deepEqual(await window.records.history(packId), []);
  });

  it("ends are recorded before a look reports, at the instant at which the release most likely ran", async () => {
    const released: string[] = [];
    window.parts.released.event(({ releasedAt }) => void released.push(releasedAt));
    for (const at of [windowStart, windowEnd + hour]) {
      await put({ ...shown, requestId: `gone at ${at}` });
      setTime(at);
      await look();
    }
    assert.deepEqual(released, [new Date(windowStart).toISOString(), "2026-06-12T00:00:00.000Z"]);
    report("request-1", undefined, "ERROR");
    await put({ ...notShown, requestId: "request-1" });
    assert.deepEqual(kinds(await look()), ["failed"]);
    const { problem, problemCode } = (await find()) ?? {};
    assert.match(problem ?? "", /could not release "Up to Date"/);
    assert.equal(problemCode, "InvalidRequest");
  });

  it("what goes wrong with one is logged and does not stop the others", async () => {
    await put({ ...notShown, requestId: "gone" });
    await window.records.claim([other], "putting");
    await window.records.putSchedule({ ...shown, packId: other.packId, packName: other.name }, "", "putting");
    await window.records.endClaims("putting");
    backends.platform.state.packs.delete(other.packId);
    setTime(windowEnd);
    backends.platform.faults.plan(
      ({ body, path }) => `${path}${JSON.stringify(body)}`.includes(packId),
      refuse(500, "No."),
      9,
    );
    await look();
    assert.deepEqual(
      (await window.records.listSchedules()).map((record) => record.packId),
      [packId],
    );
    assert.equal(warnings.length, 1);
    assert.match(warnings[0] ?? "", /"Up to Date" .*No\./);
  });

  it("rule 12: one of an earlier format whose pack is gone stays, and is not logged", async () => {
    const { confirmed: _, ...unconfirmed } = shown.scheduled;
    await put({ ...shown, keeper: "workspace", requestId: "", scheduled: unconfirmed });
    backends.platform.state.packs.delete(packId);
    await look();
    assert.deepEqual([(await find())?.state, warnings], ["scheduled", []]);
  });
});
