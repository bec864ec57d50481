import { DatabaseSync } from "node:sqlite";
import { Scheduler } from "../../src/scheduler/scheduler.ts";
import { silentLog } from "../../test/support/silentLog.ts";
import { queueOf } from "../../test/support/store/queueOf.ts";
import { BigStore } from "../bigStore.ts";
import { alternate, timed, type Measure } from "../measure.ts";

export const schedulerStartMeasure: Measure = {
  name: "Starting the scheduler with very many schedules",
  floor: "with ten",
  unit: "ms",
  target: 1.2,
  run: async ({ runs, schedules }) => {
    const many = await storeWithSchedules(schedules);
    const few = await storeWithSchedules(10);
    try {
      return await alternate(
        runs,
        () => startTime(many),
        () => startTime(few),
      );
    } finally {
      many.dispose();
      few.dispose();
    }
  },
};

/** The time in which 50 schedulers start and find their next release, in ms. A single start is too short to measure. */
function startTime({ backend }: BigStore): Promise<number> {
  const queue = queueOf(backend);
  return timed(async () => {
    for (let start = 0; start < 50; start++) {
      const scheduler = new Scheduler({
        queue: () => Promise.resolve(queue),
        onDidChange: queue.onDidChange,
        clock: () => new Date(),
        timer: { set: (_delay, run) => ({ dispose: runNow(run) }) },
        log: silentLog,
        missedReleases: () => "release",
      });
      scheduler.start();
      await scheduler.whenIdle();
      scheduler.dispose();
    }
  });
}

/** Runs a timer at once. Returns a function that cancels it. */
function runNow(run: () => void): () => void {
  const immediate = setImmediate(run);
  return () => clearImmediate(immediate);
}

/**
 * A store of packs without components, each with a schedule far ahead. Written as rows, as the rules require
 * components.
 */
async function storeWithSchedules(count: number): Promise<BigStore> {
  const store = await BigStore.create(1);
  const database = new DatabaseSync(store.file);
  const start = Date.now() + 365 * 86_400_000;
  database.exec("BEGIN");
  const pack = database.prepare(
    "INSERT INTO pack (pack_id, name, name_key, description, installation_type, deployment_model) VALUES (?, ?, ?, '', 'SINGLE', 'packaged')",
  );
  const schedule = database.prepare(
    `INSERT INTO schedule (pack_key, date, time_zone, window_start, window_start_ms, window_end, window_end_ms,
      scheduled_by, scheduled_at, state) VALUES (?, '2027-12-01', 'UTC', ?, ?, ?, ?, 'bench', ?, 'scheduled')`,
  );
  for (let at = 0; at < count; at++) {
    const begin = start + at * 1000;
    const { lastInsertRowid } = pack.run(`scheduled-${at}`, `Scheduled ${at}`, `scheduled ${at}`);
    const instant = (ms: number) => new Date(ms).toISOString();
    schedule.run(
      lastInsertRowid,
      instant(begin),
      begin,
      instant(begin + 3_600_000),
      begin + 3_600_000,
      instant(Date.now()),
    );
  }
  database.exec("COMMIT");
  database.close();
  return store;
}
