import assert from "node:assert/strict";
import type { LocalBackend } from "../../../../../src/backend/local/localBackend.ts";
import type { QueuedRelease } from "../../../../../src/backend/scheduleQueue.ts";
import type { PackRelease } from "../../../../../src/model/release/release.ts";
import { schedulablePacks } from "../../../../support/fixtures/schedulablePacks.ts";
import { executeElsewhere } from "../../../../support/store/executeElsewhere.ts";
import { LocalStores } from "../../../../support/store/localStores.ts";
import { queueOf } from "../../../../support/store/queueOf.ts";

const windowStart = new Date("2026-06-20T00:00:00Z");
const windowEnd = new Date("2026-06-20T01:00:00Z");

describe("what the schedule queue of the local store answers", () => {
  let stores: LocalStores;
  let backend: LocalBackend;
  let clock: Date;
  let announced: PackRelease[];

  beforeEach(async () => {
    clock = new Date("2026-06-10T12:00:00Z");
    stores = new LocalStores();
    backend = await stores.openWith(schedulablePacks(3), { clock: () => clock });
    for (const packId of ["p-1", "p-0"]) {
      await backend.schedules.schedule({ packId, date: "2026-06-20", timeZone: "UTC" });
    }
    await backend.schedules.schedule({ packId: "p-2", date: "2026-06-21", timeZone: "UTC" });
    announced = [];
    backend.onDidRelease((release) => void announced.push(release));
  });
  afterEach(() => stores.dispose());

  const find = async (packId = "p-0"): Promise<QueuedRelease> => {
    const queued = await queueOf(backend).find(packId);
    assert.ok(queued);
    return queued;
  };
  const at = (instant: Date, ms: number) => new Date(instant.getTime() + ms);

  it("is due from the first instant of its window, and next before that", async () => {
    const due = async (now: Date) => (await queueOf(backend).listDue(now)).map(({ packId }) => packId);
    const next = async (now: Date) => (await queueOf(backend).nextDue(now))?.packId;
    assert.deepEqual(await due(at(windowStart, -1)), []);
    assert.deepEqual(await due(windowStart), ["p-0", "p-1"], "by name");
    assert.deepEqual(await due(new Date("2026-06-21T00:00:00Z")), ["p-0", "p-1", "p-2"]);
    assert.notEqual(await next(at(windowStart, -1)), "p-2");
    assert.equal(await next(windowStart), "p-2");
    assert.equal(await next(new Date("2026-06-21T00:00:00Z")), undefined);
  });

  it("is neither due nor next once it failed or was missed, and both while a program that died has it", async () => {
    clock = windowEnd;
    await queueOf(backend).fail(await find("p-0"), { problem: "Why." });
    await queueOf(backend).miss(await find("p-1"));
    assert.deepEqual(await queueOf(backend).listDue(clock), []);
    assert.equal((await queueOf(backend).nextDue(new Date(0)))?.packId, "p-2");
    executeElsewhere(stores.file, "UPDATE schedule SET state = 'releasing' WHERE problem IS NOT NULL");
    assert.deepEqual(
      (await queueOf(backend).listDue(clock)).map(({ packId }) => packId),
      ["p-0"],
    );
    assert.equal((await queueOf(backend).nextDue(new Date(0)))?.packId, "p-0");
  });

  it("announces a release, and nothing that was not released", async () => {
    const queued = await find();
    assert.equal(await queueOf(backend).release(queued, "inWindow"), undefined);
    assert.deepEqual(announced, []);
    clock = windowStart;
    const release = await queueOf(backend).release(queued, "inWindow");
    assert.equal(release?.packId, "p-0");
    assert.deepEqual(announced, [release]);
    assert.equal(await queueOf(backend).release(queued, "inWindow"), undefined);
    assert.equal(announced.length, 1);
  });

  for (const [ms, trigger] of [
    [-1, "scheduled"],
    [0, "late"],
  ] as const) {
    it(`calls a release that a person asks for ${ms} ms after the end of the window ${trigger}`, async () => {
      clock = at(windowEnd, ms);
      assert.equal((await queueOf(backend).release(await find(), "retry"))?.trigger, trigger);
    });
  }

  it("stores a failure once, for the first scheduler that reports it", async () => {
    const queued = await find();
    assert.equal(
      await queueOf(backend).fail(queued, { problem: "First.", problemCode: "Unreachable" }),
      true,
    );
    assert.equal(await queueOf(backend).fail(queued, { problem: "Second." }), false);
    const { schedule } = await find();
    assert.deepEqual(
      [schedule.state, schedule.problem, schedule.problemCode],
      ["failed", "First.", "Unreachable"],
    );
    assert.equal(await queueOf(backend).fail(await find(), { problem: "Third." }), true, "a later attempt");
    const third = (await find()).schedule;
    assert.deepEqual([third.problem, "problemCode" in third], ["Third.", false]);
  });

  it("stores the reason with the failure, and with no other event", async () => {
    await queueOf(backend).fail(await find(), { problem: "Why." });
    clock = windowStart;
    await queueOf(backend).release(await find(), "retry");
    const { packs } = await backend.snapshots.export();
    const events = packs.find(({ packId }) => packId === "p-0")?.scheduleEvents ?? [];
    assert.deepEqual(
      events.map(({ event, problem }) => [event, problem]),
      [
        ["scheduled", undefined],
        ["failed", "Why."],
        ["released", undefined],
      ],
    );
  });

  it("has no code for a failure whose code a newer program wrote", async () => {
    await queueOf(backend).fail(await find(), { problem: "Why.", problemCode: "Unreachable" });
    executeElsewhere(stores.file, "UPDATE schedule SET problem_code = 'OfTheFuture'");
    const { schedule } = await find();
    assert.deepEqual([schedule.problem, "problemCode" in schedule], ["Why.", false]);
  });
});
