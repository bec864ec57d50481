// A program that runs a scheduler on a store file until nothing is due, and prints the ids of the packs it released. It can
// kill itself on the way. Arguments: the store file, the time as an ISO instant, and the number of the statement, counted
// from the first write, before which it kills itself (empty: never).
import { DatabaseSync, StatementSync } from "node:sqlite";
import { inspect } from "node:util";
import { openLocalBackend } from "../../../src/backend/local/localBackend.ts";
import { systemTimer } from "../../../src/scheduler/clock.ts";
import { Scheduler } from "../../../src/scheduler/scheduler.ts";
import { silentLog } from "../silentLog.ts";

let statements = 0;
const [file = "", now = "", killBefore = ""] = process.argv.slice(2);
const clock = () => new Date(now);
const backend = await openLocalBackend({ file, clock, user: "other@example.com" });
const { queue } = backend.schedules;
if (!queue) throw new Error("The local store always has a queue.");

if (killBefore !== "") {
  countCalls(DatabaseSync.prototype, "exec");
  for (const method of ["run", "get", "all"] as const) countCalls(StatementSync.prototype, method);
}

const log = { ...silentLog, error: complain };
const scheduler = new Scheduler({
  queue: () => Promise.resolve(queue),
  onDidChange: queue.onDidChange,
  clock,
  timer: systemTimer,
  log,
  missedReleases: () => "release",
});
scheduler.onDidHappen((event) => {
  if (event.kind === "released") process.stdout.write(`${event.queued.packId}\n`);
  else complain(event);
});
scheduler.start();
while ((await queue.listDue(clock())).length > 0) await new Promise((resolve) => setImmediate(resolve));
await scheduler.whenIdle();
scheduler.dispose();
backend.dispose();

/** Counts the calls of a method from the first write on, and kills this program before call number `killBefore`. */
function countCalls(prototype: object, method: string): void {
  const original: unknown = Reflect.get(prototype, method);
  if (typeof original !== "function") throw new Error(`No method ${method}`);
  Reflect.set(prototype, method, function (this: unknown, ...args: unknown[]): unknown {
    if ((statements > 0 || args[0] === "BEGIN IMMEDIATE") && statements++ === Number(killBefore)) {
      process.kill(process.pid, "SIGKILL");
    }
    const result: unknown = Reflect.apply(original, this, args);
    return result;
  });
}

function complain(problem: unknown): void {
  process.stderr.write(`${inspect(problem)}\n`);
}
