// A program that runs a scheduler on a store file until nothing is due, and prints the ids of the packs it released. It can
// kill itself on the way. Arguments: the store file, the time as an ISO instant, and the number of the statement, counted
// from the first write, before which it kills itself (empty: never).
import { DatabaseSync, StatementSync } from "node:sqlite";
import { inspect } from "node:util";
import { openLocalBackend } from "../../../src/backend/local/localBackend.ts";
import { systemTimer } from "../../../src/scheduler/clock.ts";
import { Scheduler } from "../../../src/scheduler/scheduler.ts";
import { beforeEachCall } from "../beforeEachCall.ts";
import { silentLog } from "../silentLog.ts";
import { queueOf } from "../store/queueOf.ts";

let statements = 0;
const [file = "", now = "", killBefore = ""] = process.argv.slice(2);
const clock = () => new Date(now);
const backend = await openLocalBackend({ file, clock, user: "other@example.com" });
const queue = queueOf(backend);

if (killBefore !== "") {
  beforeEachCall(DatabaseSync.prototype, "exec", killAtStatement);
  for (const method of ["run", "get", "all"]) {
    beforeEachCall(StatementSync.prototype, method, killAtStatement);
  }
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

/** Kills this program before statement number `killBefore`, counted from the first write. */
function killAtStatement(args: readonly unknown[]): void {
  const isCounted = statements > 0 || args[0] === "BEGIN IMMEDIATE";
  if (isCounted && statements++ === Number(killBefore)) process.kill(process.pid, "SIGKILL");
}

function complain(problem: unknown): void {
  process.stderr.write(`${inspect(problem)}\n`);
}
