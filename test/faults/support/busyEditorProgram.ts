// A program that works on a store file like a busy editor, with the store and the scheduler of the extension. Prints the
// outcome of each piece of work as a line of JSON (`BusyEvent`). Arguments: the store file, the name of the editor, the seed,
// the time at which its clock starts (ms since the epoch), and for how long to work, in ms.
import { openLocalBackend } from "../../../src/backend/local/localBackend.ts";
import { IntegrationPacksError } from "../../../src/errors/errors.ts";
import { packFingerprint } from "../../../src/model/release/packFingerprint.ts";
import { systemTimer } from "../../../src/scheduler/clock.ts";
import { Scheduler } from "../../../src/scheduler/scheduler.ts";
import { silentLog } from "../../support/silentLog.ts";
import { queueOf } from "../../support/store/queueOf.ts";
import { markedPacks, packCount, type BusyEvent } from "./busyStore.ts";
import { SeededRandom } from "./seededRandom.ts";
import { allAtVersion } from "./wholePacks.ts";

/** How much faster the clock runs than real time: ten days pass in a second, so that scheduled releases become due. */
const speed = 10 * 86_400;

const [file = "", name = "", seed = "", began = "", duration = ""] = process.argv.slice(2);
const random = new SeededRandom(name, Number(seed));
const clock = () => new Date(Number(began) + (Date.now() - Number(began)) * speed);
const report = (event: BusyEvent) => process.stdout.write(`${JSON.stringify(event)}\n`);

const backend = await openLocalBackend({ file, clock, user: name });
const queue = queueOf(backend);
const scheduler = new Scheduler({
  queue: () => Promise.resolve(queue),
  onDidChange: queue.onDidChange,
  clock,
  timer: { set: (delay, run) => systemTimer.set(delay / speed, run) },
  log: silentLog,
  missedReleases: () => "release",
});
scheduler.onDidHappen((event) => {
  if (event.kind === "released") report({ work: "scheduledRelease", done: event.release.releaseId });
  else if (event.kind !== "missed")
    report({
      work: "scheduledRelease",
      code: event.kind,
      problem: "error" in event ? String(event.error) : event.kind,
    });
});
scheduler.start();

/**
 * The longest time between two pieces of work that can end scheduled releases, in ms: on a fast machine, too, some must
 * become due.
 */
const longestPause = 2_500;
let marks = 0;
let pauseEnd = Date.now() + random.below(longestPause);

const works: readonly [() => Promise<BusyEvent>, ...(() => Promise<BusyEvent>)[]] = [
  release,
  release,
  schedule,
  cancel,
  edit,
  edit,
  replace,
];
const end = Date.now() + Number(duration);
while (Date.now() < end) {
  const work = random.pick(works);
  const endsSchedules = work === replace || work === cancel;
  report(
    await (endsSchedules && !mayEndSchedules() ? edit : work)().catch((error: unknown) =>
      failed(work.name, error),
    ),
  );
}
// A scheduler that is disposed of finishes its release but no longer reports it.
await scheduler.whenIdle();
scheduler.dispose();
backend.dispose();

/** Releases a pack in the state that this editor has read. */
async function release(): Promise<BusyEvent> {
  const packId = anyPack();
  const number = Number(packId.slice(2));
  const expected = packFingerprint(await backend.getPack(packId));
  const versions = allAtVersion(number, random.pick(["1", "2", "3"]));
  const replaceScheduled = random.below(8) === 0 && mayEndSchedules();
  const made = await backend.release({ packId, versions, expected, replaceScheduled });
  return { work: "release", done: made.releaseId };
}

async function schedule(): Promise<BusyEvent> {
  const packId = anyPack();
  const date = new Date(clock().getTime() + 3 * 86_400_000).toISOString().slice(0, 10);
  const versions = allAtVersion(Number(packId.slice(2)), random.pick(["1", "2", "3"]));
  const { scheduledAt } = await backend.schedules.schedule({ packId, date, timeZone: "UTC", versions });
  return { work: "schedule", done: `${packId} ${scheduledAt}` };
}

async function cancel(): Promise<BusyEvent> {
  await backend.schedules.cancel(anyPack());
  return { work: "cancel" };
}

async function edit(): Promise<BusyEvent> {
  const description = nextMark();
  await backend.editing.editPack(anyPack(), { description });
  return { work: "edit", done: description };
}

async function replace(): Promise<BusyEvent> {
  const mark = nextMark();
  await backend.snapshots.import(markedPacks(mark));
  return { work: "import", done: mark };
}

function mayEndSchedules(): boolean {
  if (Date.now() < pauseEnd) return false;
  pauseEnd = Date.now() + random.below(longestPause);
  return true;
}

/** A text that nothing else writes. */
function nextMark(): string {
  marks += 1;
  return `${name} ${marks}`;
}

function anyPack(): string {
  return `p-${random.below(packCount)}`;
}

function failed(work: string, error: unknown): BusyEvent {
  const code = error instanceof IntegrationPacksError ? error.code : "unexpected";
  return { work, code, problem: String(error) };
}
