// A program of a team that tests kill: it releases, schedules, changes, cancels and runs what is due, on shared records and a
// stand-in of the platform. Argument: `TeamProgramOptions` as JSON. It writes one `TeamLine` as JSON a line, ends after the
// operation that runs when its standard input ends, and is never told what others do.
import { setTimeout as wait } from "node:timers/promises";
import { openPlatformBackend } from "../../../src/backend/platform/platformBackend.ts";
import { IntegrationPacksError } from "../../../src/errors/errors.ts";
import { packFingerprint } from "../../../src/model/release/packFingerprint.ts";
import { nextDate } from "../../../src/model/schedule/releaseWindow.ts";
import { silentLog } from "../../support/silentLog.ts";
import { SeededRandom } from "./seededRandom.ts";
import { componentIds, type TeamLine, type TeamProgramOptions, versionsOf } from "./teamWork.ts";

const { connection, address, password, packIds, first, time, skew, seed } = JSON.parse(
  process.argv[2] ?? "",
) as TeamProgramOptions;

const began = Date.now();
const clock = () => new Date(time + (Date.now() - began) + skew);
const backend = await openPlatformBackend({
  connection,
  requestsPerSecond: 10,
  scheduleWith: "workspace",
  records: { address, password: () => Promise.resolve(password) },
  log: silentLog,
  clock,
  timing: {
    now: () => performance.now(),
    date: () => clock().getTime(),
    // Pauses between looks at a release are shorter than for a person, and still let others act.
    pause: (ms, signal) => wait(ms / 20, undefined, signal ? { signal } : {}),
    random: () => random.next(),
  },
});
const random = new SeededRandom(`program ${first}`, seed);
let next = first;
process.stdin.resume();

const write = (line: TeamLine) => process.stdout.write(`${JSON.stringify(line)}\n`);
const { schedules } = backend;

/** The versions that nobody else confirms, as a person sees the pack. */
async function confirm(packId: string) {
  const shown = await backend.getPack(packId);
  const combination = next++;
  return {
    combination,
    request: {
      packId,
      versions: versionsOf(combination),
      expected: packFingerprint(shown),
      replaceScheduled: true,
    },
  };
}

async function release(packId: string): Promise<void> {
  const { combination, request } = await confirm(packId);
  write({ kind: "confirmed", combination });
  await report(combination, async () => {
    await backend.release(request);
    return "released";
  });
}

async function schedule(packId: string): Promise<void> {
  const { combination, request } = await confirm(packId);
  write({ kind: "confirmed", combination });
  const date = nextDate(clock().toISOString().slice(0, 10));
  await report(combination, async () => {
    await schedules.schedule({ ...request, date, timeZone: "UTC" });
    return "scheduled";
  });
}

async function cancel(packId: string): Promise<void> {
  const before = (await backend.getPack(packId)).scheduled;
  if (!before) return;
  await schedules.cancel(packId);
  const combination = Number(componentIds.map((id) => before.versions[id]).join(""));
  write({ kind: "cancelled", combination, at: Date.now() });
}

async function runDue(): Promise<void> {
  for (const due of await schedules.queue.listDue(clock())) {
    const made = await schedules.queue.release(due, "inWindow").catch(codeOf);
    if (typeof made === "object") {
      const combination = Number(componentIds.map((id) => made.versions[id]).join(""));
      write({ kind: "ran", combination });
    }
  }
}

async function report(combination: number, work: () => Promise<"released" | "scheduled">): Promise<void> {
  write({ kind: "outcome", combination, outcome: await work().catch(codeOf) });
}

function codeOf(error: unknown): string {
  if (error instanceof IntegrationPacksError) return error.code;
  throw error;
}

while (!process.stdin.readableEnded) {
  const packId = random.pick(packIds);
  const work = random.pick([release, release, schedule, schedule, cancel, runDue, runDue]);
  await work(packId).catch((error: unknown) => write({ kind: "failed", code: codeOf(error) }));
  await wait(random.below(200));
}
await backend.finish();
backend.dispose();
