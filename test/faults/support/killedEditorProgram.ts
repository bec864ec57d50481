// A program that tests kill. It does one kind of work on a store file, with the store and the scheduler of the extension.
// Prints "begin" before and "done" after each piece of work. Arguments: the store file, the kind of work, and the time as an
// ISO instant.
import { hashPlan } from "../../../src/backend/hashPlan.ts";
import { openLocalBackend } from "../../../src/backend/local/localBackend.ts";
import { systemTimer } from "../../../src/scheduler/clock.ts";
import { Scheduler } from "../../../src/scheduler/scheduler.ts";
import { silentLog } from "../../support/silentLog.ts";
import { queueOf } from "../../support/store/queueOf.ts";
import { allAtVersion, wholePacks } from "./wholePacks.ts";

const [file = "", kind = "", now = ""] = process.argv.slice(2);
const clock = () => new Date(now);
const backend = await openLocalBackend({ file, clock, user: "other@example.com" });
// Writing to a pipe is synchronous, so the output is complete when the program is killed.
const print = (line: string) => process.stdout.write(`${line}\n`);

const work = new Map<string, () => Promise<void>>([
  ["release", release],
  ["import", replace],
  ["scheduledRelease", releaseScheduled],
  ["plan", applyPlans],
]).get(kind);
if (!work) throw new Error(`No such work: ${kind}`);
await work();

async function release(): Promise<never> {
  for (let at = 0; ; at += 1) {
    print("begin");
    await backend.release({ packId: "p-0", versions: allAtVersion(0, at % 2 === 0 ? "2" : "3") });
    print("done");
  }
}

/** Imports snapshots, each with one pack more than the one before. */
async function replace(): Promise<never> {
  for (let count = 2; ; count += 1) {
    print("begin");
    await backend.snapshots.import(wholePacks(count));
    print("done");
  }
}

/** Applies plans that release every pack. */
async function applyPlans(): Promise<never> {
  const packIds = (await backend.listPacks()).map(({ packId }) => packId);
  for (let at = 0; ; at += 1) {
    const to = at % 2 === 0 ? "2" : "3";
    const { plan } = await backend.plans.draft({ packIds, name: `Plan ${at}` });
    const packs = plan.packs.map((pack) => ({
      ...pack,
      components: pack.components.map(({ packageId: _, ...component }) => ({ ...component, to })),
    }));
    const chosen = { ...plan, packs };
    print("begin");
    const outcome = await backend.plans.apply(chosen, { planHash: hashPlan(chosen) });
    if (outcome.packs.some((pack) => pack.outcome !== "released")) throw new Error(JSON.stringify(outcome));
    print("done");
  }
}

/** Runs a scheduler until nothing is due. */
async function releaseScheduled(): Promise<void> {
  const queue = queueOf(backend);
  const scheduler = new Scheduler({
    queue: () => Promise.resolve(queue),
    onDidChange: queue.onDidChange,
    clock,
    timer: systemTimer,
    log: silentLog,
    missedReleases: () => "release",
  });
  scheduler.onDidHappen((event) => print(event.kind === "released" ? "done" : event.kind));
  print("begin");
  scheduler.start();
  while ((await queue.listDue(clock())).length > 0) await new Promise((resolve) => setImmediate(resolve));
  await scheduler.whenIdle();
  scheduler.dispose();
  backend.dispose();
}
