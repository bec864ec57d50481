import type { Log } from "../../../base/log.ts";
import { sameVersions, type PackRelease } from "../../../model/release/release.ts";
import { releaseWindow } from "../../../model/schedule/releaseWindow.ts";
import type { ScheduledRelease } from "../../../model/schedule/scheduledRelease.ts";
import type { SettledRelease } from "../../releaseWatch.ts";
import { describeQueued } from "../../scheduleQueue.ts";
import { isReleased } from "../records/attemptRows.ts";
import { Cache } from "../packs/cache.ts";
import type { PlatformClient } from "../http/platformClient.ts";
import type { PackReader } from "../packs/packReader.ts";
import { bulk } from "../http/bulk.ts";
import { objectKinds } from "../http/objectKinds.ts";
import { orUndefined } from "../http/queries.ts";
import type { statusSchema } from "../http/readers.ts";
import { platformReleaseErrors } from "../releases/platformReleaseErrors.ts";
import type { ScheduleRecords } from "../records/scheduleRecords.ts";
import { toQueued, type ScheduleRecord } from "../records/scheduleRows.ts";
import type * as v from "valibot";

type Status = v.InferOutput<typeof statusSchema>;

/** How a status is answered in a bulk. */
interface StatusAnswer {
  readonly status: number;
  readonly value: Status | undefined;
}

/** How long the platform is not asked again how its scheduled releases stand, in ms. */
const lifetime = 30_000;

/** What knowing how scheduled releases stand takes. */
export interface ScheduleStatesOptions {
  readonly client: PlatformClient;
  readonly packs: PackReader;
  readonly records: ScheduleRecords;
  readonly clock: () => Date;
  /** Times what is kept for a while. */
  readonly now: () => number;
  readonly log: Pick<Log, "warn">;
  readonly announce: {
    /** Told what came of a scheduled release that the platform kept. */
    readonly settled: (settled: SettledRelease) => void;
    /** Told of one that was released by hand before its date, when nobody followed that. */
    readonly released: (release: PackRelease) => void;
  };
}

/** How the scheduled releases that this workspace made stand: its records, held against what the platform says of those it keeps. */
export class ScheduleStates {
  readonly #options: ScheduleStatesOptions;
  readonly #confirmed: Cache<ReadonlyMap<string, ScheduledRelease>>;

  constructor(options: ScheduleStatesOptions) {
    this.#options = options;
    this.#confirmed = new Cache(lifetime, options.now);
  }

  /** By pack; as they were lately, unless that is to be forgotten. */
  get(): Promise<ReadonlyMap<string, ScheduledRelease>> {
    return this.#confirmed.get("", () => this.#confirm());
  }

  forget(): void {
    this.#confirmed.clear();
  }

  async #confirm(): Promise<ReadonlyMap<string, ScheduledRelease>> {
    const { client, records: kept } = this.#options;
    const records = await kept.list();
    const ids = records.filter(isKeptThere).map(({ requestId }) => requestId);
    const answers = await bulk(
      client,
      objectKinds.releaseStatus,
      ids.filter((id) => id !== ""),
    );
    const byId = new Map(answers.map((answer) => [answer.id, answer]));
    const confirmed = await Promise.all(
      records.map(async (record): Promise<[string, ScheduledRelease] | undefined> => {
        const scheduled = isKeptThere(record)
          ? await this.#apply(record, byId.get(record.requestId))
          : record.scheduled;
        return scheduled && [record.packId, scheduled];
      }),
    );
    return new Map(confirmed.filter((entry) => entry !== undefined));
  }

  /** What the platform says counts. Nothing when the release was made, or was replaced or cancelled elsewhere. */
  async #apply(record: ScheduleRecord, answer?: StatusAnswer): Promise<ScheduledRelease | undefined> {
    const { scheduled } = record;
    if (record.requestId === "") return (await this.#wasMade(record)) ? this.#finish(record) : scheduled;
    if (answer?.status === 404 || answer?.status === 410) return this.#onUnknown(record);
    if (!answer?.value || answer.status >= 300) return scheduled;
    switch (answer.value.releaseStatus) {
      case "SUCCESS":
        return this.#finish(record);
      case "ERROR":
        return this.#takeBack(record, answer.value.message || answer.value.errorMessage);
      case "IN_PROGRESS":
      case "SCHEDULED":
      case undefined:
        return this.#follow(record, answer.value);
    }
  }

  /** The platform does not know it any more: it was made some time ago, or replaced or cancelled elsewhere. */
  async #onUnknown(record: ScheduleRecord): Promise<ScheduledRelease | undefined> {
    const { records, log } = this.#options;
    if (await this.#wasMade(record)) return this.#finish(record);
    await records.remove(record.packId, record);
    log.warn(
      `The platform does not know this scheduled release any more: ${describeQueued(toQueued(record))}`,
    );
    return undefined;
  }

  /** Whether the pack itself shows, once its date has come, that it was made. */
  async #wasMade({ packId, scheduled }: ScheduleRecord): Promise<boolean> {
    const { packs, clock } = this.#options;
    if (clock() < new Date(scheduled.windowStart)) return false;
    const pack = await orUndefined(packs.fresh(packId));
    return pack !== undefined && isReleased(pack.components, { versions: scheduled.versions, removed: [] });
  }

  async #finish(record: ScheduleRecord): Promise<ScheduledRelease | undefined> {
    const { packs, records, clock, announce } = this.#options;
    const now = clock();
    const start = new Date(record.scheduled.windowStart);
    const ended = await records.finish(record, start < now ? start : now, now);
    if (ended === "underWay") return record.scheduled;
    packs.forget(record.packId);
    if (ended?.byHand) announce.released(ended.release);
    else if (ended) announce.settled({ kind: "released", queued: toQueued(record), release: ended.release });
    return undefined;
  }

  /** The platform has tried and given up, so it is the workspace's from now on: to be tried again, changed or cancelled. */
  async #takeBack(record: ScheduleRecord, reason: string): Promise<ScheduledRelease> {
    const { records, clock, announce } = this.#options;
    const error = platformReleaseErrors.failed(record.packName, reason);
    const outcome = await records.takeBack(record, error.message, clock());
    if (outcome === "underWay") return record.scheduled;
    if (outcome === "taken") announce.settled({ kind: "failed", queued: toQueued(record), error });
    const { cannotCancel: _, ...scheduled } = record.scheduled;
    return { ...scheduled, state: "failed", problem: error.message };
  }

  /** Takes over a date and versions that were changed elsewhere. */
  async #follow(record: ScheduleRecord, status: Status): Promise<ScheduledRelease | undefined> {
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
    const isChanged = await this.#options.records.replace(record, { ...record, scheduled: changed });
    return isChanged ? changed : (await this.#options.records.find(record.packId))?.scheduled;
  }
}

function isKeptThere({ keeper }: ScheduleRecord): boolean {
  return keeper === "platform";
}
