import assert from "node:assert/strict";
import type { PlatformBackend } from "../../src/backend/platform/platformBackend.ts";
import { Scheduler } from "../../src/scheduler/scheduler.ts";
import type { SchedulerEvent } from "../../src/scheduler/schedulerEvent.ts";
import { schedulablePacks } from "../support/fixtures/schedulablePacks.ts";
import { summarize } from "../support/mocha/summarize.ts";
import { on, refuse } from "../support/platform/standIn/faults.ts";
import { SharedClients } from "../support/platform/sharedClients.ts";
import { describeWithPostgres } from "../support/postgres/postgresForTests.ts";
import { SimulatedClock } from "../support/scheduler/simulatedClock.ts";
import { silentLog } from "../support/silentLog.ts";
import { extent, seed } from "./support/extent.ts";
import { SeededRandom } from "./support/seededRandom.ts";

const start = new Date("2026-06-10T12:00:00Z");
const windowStart = new Date("2026-06-12T00:00:00Z");
const minute = 60_000;
const packCount = 6;

describeWithPostgres("clients on shared records of which Boomi refuses some", (get) => {
  it("release everything in its window, each once, and mark nothing as failed", async function () {
    this.timeout(900_000);
    const runs = extent(2, 20);
    const tally = { released: 0, refused: 0, notified: 0 };
    for (let run = 0; run < runs; run += 1) {
      const random = new SeededRandom(`refused ${run}`, seed);
      const clock = new SimulatedClock(start);
      const clients = await SharedClients.start(
        schedulablePacks(packCount),
        await get().createDatabase(),
        start,
      );
      const running: Scheduler[] = [];
      const events: SchedulerEvent[] = [];
      const startScheduler = ({ schedules, onDidChange }: PlatformBackend) => {
        const queue = () => Promise.resolve(schedules.queue);
        const options = { queue, onDidChange, clock: clock.clock, timer: clock.timer, log: silentLog };
        const scheduler = new Scheduler({ ...options, missedReleases: () => "skip" });
        scheduler.onDidHappen((event) => events.push(event));
        running.push(scheduler);
        scheduler.start();
      };
      try {
        const [first, ...others] = [
          await clients.open({ missedReleases: () => "skip" }),
          await clients.open(),
          await clients.open({ token: "withdrawn" }),
        ] as const;
        for (let at = 0; at < packCount; at += 1) {
          await first.schedules.schedule({ packId: `p-${at}`, date: "2026-06-12", timeZone: "UTC" });
        }
        const { faults, log, state } = clients.platform;
        // Not so often that nobody is left to release in the hour.
        for (let planned = random.below(5); planned > 0; planned -= 1) {
          const status = random.pick([401, 403]);
          faults.plan(on("ReleaseIntegrationPack", "create"), refuse(status, "Not you."));
        }
        clock.set(windowStart);
        await clients.setTime(windowStart);
        for (const client of [first, ...others]) startScheduler(client);
        const settle = async () => {
          await Promise.all(running.map((each) => each.whenIdle()));
        };
        for (let passed = 0; passed < 59; passed += 1) {
          await clock.advance(minute, settle);
          await clients.setTime(clock.clock());
          if ((await first.schedules.queue.listDue(clock.clock())).length === 0) break;
        }
        const released = await Promise.all(
          Array.from({ length: packCount }, (_, at) => first.history(`p-${at}`)),
        );
        assert.deepEqual(
          released.map((history) => history.map(({ trigger }) => trigger)),
          Array.from({ length: packCount }, () => ["scheduled"]),
        );
        const sent = [...state.releaseRequests.values()].map(({ packId }) => packId);
        assert.deepEqual(sent.sort(), [...new Set(sent)], "each pack was released once");
        assert.deepEqual(
          events.filter(({ kind }) => kind !== "released" && kind !== "refused"),
          [],
        );
        tally.released += sent.length;
        tally.refused += log.filter(({ status }) => status === 401 || status === 403).length;
        tally.notified += events.filter(({ kind }) => kind === "refused").length;
      } finally {
        for (const scheduler of running) scheduler.dispose();
        await clients.dispose();
      }
    }
    assert.equal(tally.released, runs * packCount);
    assert.ok(tally.refused >= runs);
    summarize(
      `refused clients: ${runs} runs of three, one without a valid token – ${tally.refused} requests refused, ${tally.notified} notifications, ` +
        `${tally.released} released in their window, each once; none failed`,
    );
  });
});
