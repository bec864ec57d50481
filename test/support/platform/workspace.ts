import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PlatformOptions } from "../../../src/backend/platform/platformOptions.ts";
import { createParts, type PlatformParts } from "../../../src/backend/platform/platformParts.ts";
import { openPlatformBackend, type PlatformBackend } from "../../../src/backend/platform/platformBackend.ts";
import { accountKey } from "../../../src/backend/platform/account/platformConnection.ts";
import { openRecords } from "../../../src/backend/platform/records/openRecords.ts";
import { WorkspaceQueue } from "../../../src/backend/platform/schedules/workspaceQueue.ts";
import type { QueuedRelease, ScheduleQueue } from "../../../src/backend/scheduleQueue.ts";
import type { Disposable } from "../../../src/base/disposable.ts";
import { ids, store } from "../fixtures/store.ts";
import { ManualTiming } from "./scripted/manualTiming.ts";
import { PlatformStandIn } from "./standIn/platformStandIn.ts";

/** One workspace that runs its scheduled releases: its clock, the platform, and the windows that are opened. */
export interface Workspace {
  readonly platform: PlatformStandIn;
  readonly open: (options?: Partial<PlatformOptions>) => Promise<PlatformBackend>;
  /** Opens a window that does something before its queue reads a pack, when the release is claimed and not yet sent. */
  readonly openQueue: (beforeReading: (packId: string) => Promise<void>) => Promise<QueueWindow>;
  readonly setTime: (instant: string) => void;
}

/** A window of which only the queue and what it is made of is there. */
export interface QueueWindow {
  readonly queue: ScheduleQueue;
  readonly parts: PlatformParts;
}

/** The pack whose release is scheduled. */
export const packId = ids.orderToCash;
/** An instant at which it is due. */
export const inWindow = "2026-06-12T00:30:00Z";

/** Runs a test in a new workspace and closes all its windows. */
export async function withWorkspace(test: (workspace: Workspace) => Promise<void>): Promise<void> {
  let now = new Date("2026-06-10T12:00:00Z");
  const folder = mkdtempSync(join(tmpdir(), "integration-packs-"));
  const platform = await PlatformStandIn.start(store(), { now: () => now });
  const opened: Disposable[] = [];
  const access = (): PlatformOptions => ({
    connection: platform.connection,
    requestsPerSecond: 10,
    scheduleWith: "workspace",
    records: { file: join(folder, "records.db") },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    clock: () => now,
    timing: new ManualTiming(),
  });
  const open = async (options: Partial<PlatformOptions> = {}) => {
    const backend = await openPlatformBackend({ ...access(), ...options });
    opened.push(backend);
    return backend;
  };
  const openQueue: Workspace["openQueue"] = async (beforeReading) => {
    const options = access();
    const records = await openRecords(options.records, accountKey(options.connection), () => now);
    const parts = createParts(records, options);
    opened.push(records, parts.client);
    return { queue: createQueue(options, parts, beforeReading), parts };
  };
  try {
    await test({ platform, open, openQueue, setTime: (instant) => void (now = new Date(instant)) });
  } finally {
    for (const each of opened.reverse()) each.dispose();
    await platform.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Schedules the pack's release and gives it as the scheduler finds it at its date. */
export async function scheduleAndFind(
  { schedules }: Pick<PlatformBackend, "schedules">,
  setTime: Workspace["setTime"],
): Promise<{ queue: ScheduleQueue; due: QueuedRelease }> {
  await schedules.schedule({ packId, date: "2026-06-12", timeZone: "UTC" });
  setTime(inWindow);
  const queue: ScheduleQueue = schedules.queue;
  const [due] = await queue.listDue(new Date(inWindow));
  assert.ok(due);
  return { queue, due };
}

/** How many immediate releases reached the platform. */
export function sentReleases({ log }: PlatformStandIn): number {
  return log.filter(({ object, action }) => object === "ReleaseIntegrationPack" && action === "create")
    .length;
}

function createQueue(
  { clock = () => new Date() }: PlatformOptions,
  { packs, ...parts }: PlatformParts,
  beforeReading: (packId: string) => Promise<void>,
): WorkspaceQueue {
  const fresh = async (id: string) => {
    await beforeReading(id);
    return packs.fresh(id);
  };
  return new WorkspaceQueue({ ...parts, packs: { fresh }, clock });
}
