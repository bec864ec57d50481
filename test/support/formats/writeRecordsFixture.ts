import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openPlatformBackend, type PlatformBackend } from "../../../src/backend/platform/platformBackend.ts";
import { on, refuse } from "../platform/standIn/faults.ts";
import { PlatformStandIn } from "../platform/standIn/platformStandIn.ts";
import { QuickTiming } from "../platform/scripted/quickTiming.ts";
import { silentLog } from "../silentLog.ts";
import { copyDatabase } from "./copyDatabase.ts";
import { packFixture } from "./formatFixtures.ts";
import {
  recordedOutcomes,
  recordedPacks,
  recordedPort,
  recordedVersions as versions,
} from "./recordedPacks.ts";

const sending = on("ReleaseIntegrationPack", "create");

/** Releases and schedules packs on the stand-in, and stores their records as the fixture of today's format. */
export async function writeRecordsFixture(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "integration-packs-fixture-"));
  const file = join(folder, "records.db");
  const clock = { now: new Date("2026-06-10T12:00:00Z") };
  const conditions = { now: () => clock.now };
  const platform = await PlatformStandIn.start(recordedPacks(), conditions, undefined, recordedPort);
  const connection = platform.connection;
  const open = (scheduleWith: "platform" | "workspace") =>
    openPlatformBackend({
      connection,
      requestsPerSecond: 10,
      scheduleWith,
      records: { file },
      readings: join(folder, "installations"),
      log: silentLog,
      clock: () => clock.now,
      timing: new QuickTiming(),
    });
  const byPlatform = await open("platform");
  const byWorkspace = await open("workspace");
  await byPlatform.schedules.schedule({
    packId: "p-platform",
    versions,
    date: "2026-06-20",
    timeZone: "Europe/Berlin",
  });
  await release(byWorkspace, platform);
  await schedule(byWorkspace, (instant) => (clock.now = new Date(instant)));
  const content = await readBack(byWorkspace);
  byPlatform.dispose();
  byWorkspace.dispose();
  await platform.stop();
  const copy = join(folder, "copy.db");
  packFixture("records", copyDatabase(file, copy), copy, content);
  rmSync(folder, { recursive: true });
}

/** A release of each outcome: released, rejected, unknown. */
async function release(backend: PlatformBackend, { faults }: PlatformStandIn): Promise<void> {
  await backend.release({ packId: "p-released", versions });
  faults.plan(sending, refuse(400, "The pack is locked.", "nested"));
  await assert.rejects(backend.release({ packId: "p-rejected", versions }));
  faults.plan(sending, { kind: "cutBefore" });
  await assert.rejects(backend.release({ packId: "p-unknown", versions }));
}

/** A scheduled release in each state, and one that was cancelled. */
async function schedule({ schedules }: PlatformBackend, setClock: (instant: string) => void): Promise<void> {
  const { queue } = schedules;
  assert.ok(queue);
  const add = (packId: string, date: string, timeZone: string) =>
    schedules.schedule({ packId, versions, date, timeZone });
  await add("p-due", "2026-06-20", "Europe/Berlin");
  await add("p-failed", "2026-06-12", "UTC");
  await add("p-missed", "2026-06-13", "America/New_York");
  await add("p-cancelled", "2026-06-13", "UTC");
  await schedules.cancel("p-cancelled");
  setClock("2026-06-12T00:10:00Z");
  const failed = await queue.find("p-failed");
  assert.ok(failed);
  await queue.fail(failed, { problem: "Boomi did not answer.", problemCode: "Unreachable" });
  setClock("2026-06-14T12:00:00Z");
  const missed = await queue.find("p-missed");
  assert.ok(missed);
  await queue.miss(missed);
}

async function readBack(backend: PlatformBackend): Promise<unknown> {
  const histories = recordedOutcomes.map(async (outcome) => [outcome, await backend.history(`p-${outcome}`)]);
  const schedules = recordedOutcomes.map(async (outcome) => {
    const { scheduled } = await backend.getPack(`p-${outcome}`);
    return scheduled ? [[outcome, scheduled]] : [];
  });
  return {
    history: Object.fromEntries(await Promise.all(histories)) as unknown,
    schedules: Object.fromEntries((await Promise.all(schedules)).flat()) as unknown,
  };
}
