import type { IntegrationPack } from "../../model/pack.ts";
import { sameVersions } from "../../model/release.ts";
import { releaseWindow } from "../../model/releaseWindow.ts";
import type { ScheduledRelease } from "../../model/scheduledRelease.ts";
import type { SettledRelease } from "../releaseWatch.ts";
import { Cache } from "./cache.ts";
import type { PlatformClient } from "./client.ts";
import type { PackReader, PlatformPack } from "./packs.ts";
import { bulk } from "./queries.ts";
import { statusSchema } from "./readers.ts";
import { releaseErrors } from "./releaseErrors.ts";
import type { ScheduleRecords } from "./scheduleRecords.ts";
import { toQueued, type ScheduleRecord } from "./scheduleRows.ts";
import type * as v from "valibot";

type Status = v.InferOutput<typeof statusSchema>;

/** How long the platform is not asked again how its scheduled releases stand, in ms. */
const lifetime = 30_000;

/** What knowing the state of packs takes. */
export interface PackStatesOptions {
  readonly client: PlatformClient;
  readonly packs: PackReader;
  readonly schedules: ScheduleRecords;
  readonly clock: () => Date;
  /** Times what is kept for a while. */
  readonly now: () => number;
  /** Told what came of a scheduled release that the platform kept. */
  readonly announce: (settled: SettledRelease) => void;
}

/** Packs with what is scheduled: known from this workspace's records, and held against what the platform says of them. */
export class PackStates {
  readonly #options: PackStatesOptions;
  readonly #confirmed: Cache<ReadonlyMap<string, ScheduledRelease>>;

  constructor(options: PackStatesOptions) {
    this.#options = options;
    this.#confirmed = new Cache(lifetime, options.now);
  }

  /** Sorted by name. */
  async list(): Promise<IntegrationPack[]> {
    const { packs } = this.#options;
    const [listed, schedules] = await Promise.all([packs.list(), this.#schedules()]);
    return listed.map((pack) => withSchedule(pack, schedules));
  }

  /** @throws `NotFound` */
  async get(packId: string): Promise<IntegrationPack> {
    const [pack, schedules] = await Promise.all([this.#options.packs.get(packId), this.#schedules()]);
    return withSchedule(pack, schedules);
  }

  /** As it is right now. @throws `NotFound` */
  async fresh(packId: string): Promise<IntegrationPack> {
    this.forget();
    const [pack, schedules] = await Promise.all([this.#options.packs.fresh(packId), this.#schedules()]);
    return withSchedule(pack, schedules);
  }

  /** Holds the workspace's records of scheduled releases against what the platform says, unless that was done lately. */
  async confirmSchedules(): Promise<void> {
    await this.#schedules();
  }

  /** What is scheduled is to be read again. */
  forget(): void {
    this.#confirmed.clear();
  }

  #schedules(): Promise<ReadonlyMap<string, ScheduledRelease>> {
    return this.#confirmed.get("", () => this.#confirm());
  }

  async #confirm(): Promise<ReadonlyMap<string, ScheduledRelease>> {
    const { client, schedules } = this.#options;
    const records = await schedules.list();
    const ids = records.filter(({ keeper }) => keeper === "platform").map(({ requestId }) => requestId);
    const answers = await bulk(client, "ReleaseIntegrationPackStatus", ids, statusSchema);
    const byId = new Map(answers.map((answer) => [answer.id, answer]));
    const confirmed = await Promise.all(
      records.map(async (record): Promise<[string, ScheduledRelease] | undefined> => {
        const answer = record.keeper === "platform" ? byId.get(record.requestId) : undefined;
        const scheduled = answer ? await this.#apply(record, answer) : record.scheduled;
        return scheduled && [record.packId, scheduled];
      }),
    );
    return new Map(confirmed.filter((entry) => entry !== undefined));
  }

  /** What the platform says counts. Nothing when the release was made, or was replaced or cancelled elsewhere. */
  async #apply(
    record: ScheduleRecord,
    { status: code, value: status }: { readonly status: number; readonly value: Status | undefined },
  ): Promise<ScheduledRelease | undefined> {
    const { schedules } = this.#options;
    const { scheduled } = record;
    if (code === 404 || code === 410) {
      await schedules.remove(record.packId, record);
      return undefined;
    }
    if (!status || code >= 300) return scheduled;
    switch (status.releaseStatus) {
      case "SUCCESS":
        await this.#finish(record);
        return undefined;
      case "ERROR":
        return this.#takeBack(record, status.message || status.errorMessage);
      case "IN_PROGRESS":
      case "SCHEDULED":
      case undefined:
        return this.#follow(record, status);
    }
  }

  async #finish(record: ScheduleRecord): Promise<void> {
    const { packs, schedules, clock, announce } = this.#options;
    const start = new Date(record.scheduled.windowStart);
    const at = start < clock() ? start : clock();
    const release = await schedules.finish(record, at);
    packs.forget(record.packId);
    if (release) announce({ kind: "released", queued: toQueued(record), release });
  }

  /** The platform has tried and given up, so it is the workspace's from now on: to be tried again, changed or cancelled. */
  async #takeBack(record: ScheduleRecord, reason: string): Promise<ScheduledRelease> {
    const { schedules, announce } = this.#options;
    const error = releaseErrors.failed(record.packName, reason);
    const isNew = await schedules.takeBack(record, error.message);
    if (isNew) announce({ kind: "failed", queued: toQueued(record), error });
    return { ...record.scheduled, state: "failed", problem: error.message };
  }

  /** Takes over a date and versions that were changed elsewhere. */
  async #follow(record: ScheduleRecord, status: Status): Promise<ScheduledRelease> {
    const { scheduled } = record;
    const date = status.releaseOnDate.slice(0, 10) || scheduled.date;
    const listed = status.ReleasePackagedComponents.filter(({ version }) => version !== "");
    const versions =
      listed.length === 0
        ? scheduled.versions
        : Object.fromEntries(listed.map(({ componentId, version }) => [componentId, version]));
    if (date === scheduled.date && sameVersions(versions, scheduled.versions)) return scheduled;
    const { start, end } = releaseWindow(date, scheduled.timeZone);
    const changed = {
      ...scheduled,
      date,
      versions,
      windowStart: start.toISOString(),
      windowEnd: end.toISOString(),
    };
    await this.#options.schedules.put({ ...record, scheduled: changed });
    return changed;
  }
}

function withSchedule(pack: PlatformPack, schedules: ReadonlyMap<string, ScheduledRelease>): IntegrationPack {
  const scheduled = schedules.get(pack.packId);
  return scheduled ? { ...pack, scheduled } : pack;
}
