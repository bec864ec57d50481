// A program of its own, one of two editors that are busy on one store file, with the store and the scheduler that run in the
// extension host. Writes a line of JSON (`BusyEvent`) for all that came of it.
// Arguments: the file, its name, the seed, when time began (ms since the epoch), and for how long to go on, in ms.
import { openLocalBackend } from "../../../src/backend/local/localBackend.ts";
import { IntegrationPacksError } from "../../../src/errors/errors.ts";
import { packFingerprint } from "../../../src/model/release/packFingerprint.ts";
import { systemTimer } from "../../../src/scheduler/clock.ts";
import { Scheduler } from "../../../src/scheduler/scheduler.ts";
import { silentLog } from "../../support/silentLog.ts";
import { markedPacks, packCount, type BusyEvent } from "./busyStore.ts";
import { SeededRandom } from "./seededRandom.ts";
import { allIn } from "./wholePacks.ts";

/** How much faster than life the clock runs: ten days pass in a second, so that scheduled releases become due. */
const speed = 10 * 86_400;

const [file = "", name = "", seed = "", began = "", duration = ""] = process.argv.slice(2);
const random = new SeededRandom(name, Number(seed));
const clock = () => new Date(Number(began) + (Date.now() - Number(began)) * speed);
const say = (event: BusyEvent) => process.stdout.write(`${JSON.stringify(event)}\n`);

const backend = await openLocalBackend({ file, clock, user: name });
const { queue } = backend.schedules;
if (!queue) throw new Error("The local store always has a queue.");
const scheduler = new Scheduler({
  queue,
  clock,
  timer: { set: (delay, run) => systemTimer.set(delay / speed, run) },
  log: silentLog,
  missedReleases: () => "release",
});
scheduler.onDidHappen((event) => {
  if (event.kind === "released") say({ work: "scheduledRelease", done: event.release.releaseId });
  else if (event.kind !== "missed")
    say({ work: "scheduledRelease", code: event.kind, problem: String(event.error) });
});
scheduler.start();

/** How long at most between two that end scheduled releases, in ms: these live to see their date on a fast machine, too. */
const longestPeace = 2_500;
let marks = 0;
let peaceUntil = Date.now() + random.below(longestPeace);

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
  const isEnding = work === replace || work === cancel;
  say(
    await (isEnding && !mayEndSchedules() ? edit : work)().catch((error: unknown) =>
      failed(work.name, error),
    ),
  );
}
// A scheduler that is disposed of finishes its release but no longer reports it.
await scheduler.whenIdle();
scheduler.dispose();
backend.dispose();

/** Releases what this editor saw, and only that. */
async function release(): Promise<BusyEvent> {
  const packId = anyPack();
  const number = Number(packId.slice(2));
  const expected = packFingerprint(await backend.getPack(packId));
  const versions = allIn(number, random.pick(["1", "2", "3"]));
  const replaceScheduled = random.below(8) === 0 && mayEndSchedules();
  const made = await backend.release({ packId, versions, expected, replaceScheduled });
  return { work: "release", done: made.releaseId };
}

async function schedule(): Promise<BusyEvent> {
  const packId = anyPack();
  const date = new Date(clock().getTime() + 3 * 86_400_000).toISOString().slice(0, 10);
  const versions = allIn(Number(packId.slice(2)), random.pick(["1", "2", "3"]));
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
  if (Date.now() < peaceUntil) return false;
  peaceUntil = Date.now() + random.below(longestPeace);
  return true;
}

/** A text that nobody else writes. */
function nextMark(): string {
  marks += 1;
  return `${name} ${marks}`;
}

function anyPack(): string {
  return `p-${random.below(packCount)}`;
}

function failed(work: string, error: unknown): BusyEvent {
  const code = error instanceof IntegrationPacksError ? error.code : "unforeseen";
  return { work, code, problem: String(error) };
}
