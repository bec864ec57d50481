import { t } from "@vscode/l10n";
import { IntegrationPacksError } from "../../../errors/errors.ts";
import { scheduleErrors } from "../../../errors/scheduleErrors.ts";
import type { ScheduleRequest } from "../../../model/release/release.ts";
import { checkReleaseDate, releaseWindow } from "../../../model/schedule/releaseWindow.ts";
import type { ScheduledRelease } from "../../../model/schedule/scheduledRelease.ts";
import type { ScheduleFacet } from "../../backend.ts";
import type { ReleaseWatch } from "../../releaseWatch.ts";
import type { QueuedRelease, ScheduleQueue } from "../../scheduleQueue.ts";
import { isUnderWay } from "../records/attemptRows.ts";
import type { PlatformClient, SentOnce } from "../http/platformClient.ts";
import type { PackReader } from "../packs/packReader.ts";
import type { PackStates } from "./packStates.ts";
import { objectKinds } from "../http/objectKinds.ts";
import { releaseSchema } from "../http/readers.ts";
import type { ReleaseAttempts } from "../records/releaseAttempts.ts";
import { cancelUnsupported, platformReleaseErrors } from "../releases/platformReleaseErrors.ts";
import { resolveRequest, type ResolvedRequest } from "../releases/resolveRequest.ts";
import { releaseBody, releasePath } from "../releases/releaseBody.ts";
import type { ScheduleRecords } from "../records/scheduleRecords.ts";
import type { ScheduleStates } from "./scheduleStates.ts";
import { toQueued, type ScheduleRecord } from "../records/scheduleRows.ts";
import type { VersionReader } from "../packs/versionReader.ts";

/** Who keeps scheduled releases from now on: the setting `integrationPacks.platform.scheduleWith`. */
export type ScheduleKeeper = ScheduleRecord["keeper"];

/** What scheduling takes. */
export interface SchedulesOptions {
  readonly keeper: ScheduleKeeper;
  readonly client: PlatformClient;
  readonly packs: PackReader;
  readonly states: PackStates;
  readonly scheduleStates: ScheduleStates;
  readonly versions: VersionReader;
  readonly records: ScheduleRecords;
  readonly attempts: ReleaseAttempts;
  readonly queue: ScheduleQueue;
  readonly watch: ReleaseWatch;
  readonly user: string;
  readonly clock: () => Date;
}

/** Scheduled releases, kept by the platform or by the workspace. Either way the workspace's records say what is scheduled. */
export class PlatformSchedules implements ScheduleFacet {
  readonly queue: ScheduleQueue;
  readonly watch: ReleaseWatch;
  readonly cancelUnsupported?: string;
  readonly fixedTimeZone?: string;
  readonly #options: SchedulesOptions;

  constructor(options: SchedulesOptions) {
    this.#options = options;
    this.queue = options.queue;
    this.watch = options.watch;
    if (options.keeper === "workspace") return;
    this.cancelUnsupported = cancelUnsupported();
    this.fixedTimeZone = t("the time zone of your Boomi user (Settings, User Information)");
  }

  async schedule(request: ScheduleRequest): Promise<ScheduledRelease> {
    const { keeper, states, scheduleStates, versions, records, clock, packs } = this.#options;
    checkReleaseDate(request.date, request.timeZone, clock());
    const resolved = await resolveRequest(states, versions, request);
    const earlier = await records.find(request.packId);
    await this.#checkNotUnderWay(earlier);
    const scheduled = this.#toScheduled(request, resolved);
    const requestId =
      keeper === "platform"
        ? await this.#handOver(resolved, scheduled, earlier)
        : checkReplaceable(earlier, resolved.pack.name);
    const { packId, name: packName } = resolved.pack;
    await records.put({ packId, packName, keeper, requestId, scheduled });
    packs.forget(packId);
    scheduleStates.forget();
    return scheduled;
  }

  async cancel(packId: string): Promise<void> {
    const { scheduleStates, records } = this.#options;
    const record = await this.#findCancellable(packId);
    const removed = await records.cancel(record);
    scheduleStates.forget();
    if (removed) return;
    await this.#checkNotUnderWay(await records.find(packId));
    throw scheduleErrors.notScheduled(record.packName);
  }

  async checkCancellable(packId: string): Promise<void> {
    await this.#findCancellable(packId);
  }

  async nextScheduled(): Promise<QueuedRelease | undefined> {
    const { scheduleStates, records } = this.#options;
    await scheduleStates.get();
    const next = (await records.list()).find(({ scheduled }) => scheduled.state === "scheduled");
    return next && toQueued(next);
  }

  /** @throws as `cancel` */
  async #findCancellable(packId: string): Promise<ScheduleRecord> {
    const { states, records } = this.#options;
    const { name, scheduled } = await states.get(packId);
    const record = await records.find(packId);
    if (!scheduled || !record) throw scheduleErrors.notScheduled(name);
    if (record.keeper === "platform") throw platformReleaseErrors.cannotCancel();
    await this.#checkNotUnderWay(record);
    return record;
  }

  /** What is on its way to the platform can neither be changed nor cancelled any more. @throws `Conflict` */
  async #checkNotUnderWay(record: ScheduleRecord | undefined): Promise<void> {
    const { attempts, clock } = this.#options;
    if (record?.attemptKey === undefined) return;
    const attempt = await attempts.find(record.attemptKey);
    if (attempt && isUnderWay(attempt, clock().getTime()))
      throw platformReleaseErrors.underWay(record.packName);
  }

  #toScheduled({ date, timeZone }: ScheduleRequest, { versions }: ResolvedRequest): ScheduledRelease {
    const { start, end } = releaseWindow(date, timeZone);
    return {
      date,
      timeZone,
      versions,
      windowStart: start.toISOString(),
      windowEnd: end.toISOString(),
      state: "scheduled",
      scheduledBy: this.#options.user,
      scheduledAt: this.#options.clock().toISOString(),
      ...(this.#options.keeper === "platform" && { cannotCancel: cancelUnsupported() }),
    };
  }

  /** One that the workspace keeps must not run here any more once the platform may have it, whatever the answer is. */
  async #handOver(
    resolved: ResolvedRequest,
    scheduled: ScheduledRelease,
    earlier: ScheduleRecord | undefined,
  ): Promise<string> {
    const { records } = this.#options;
    const waits = earlier?.keeper === "workspace" && earlier.scheduled.state === "scheduled";
    if (!waits) return this.#scheduleThere(resolved, scheduled, earlier);
    const { state, problem } = earlier.scheduled;
    await records.setState(
      earlier,
      "failed",
      platformReleaseErrors.scheduleUnknown(earlier.packName, "").message,
    );
    try {
      return await this.#scheduleThere(resolved, scheduled, earlier);
    } catch (error) {
      const isRefused = error instanceof IntegrationPacksError && error.code !== "OutcomeUnknown";
      if (isRefused) await records.setState(earlier, state, problem);
      throw error;
    }
  }

  /** Lets the platform keep it; resolves to its id. One that the platform keeps already is changed. */
  async #scheduleThere(
    { pack, versions }: ResolvedRequest,
    scheduled: ScheduledRelease,
    earlier: ScheduleRecord | undefined,
  ): Promise<string> {
    const { client } = this.#options;
    const changed = earlier?.keeper === "platform" ? earlier : undefined;
    const body = releaseBody(pack, versions, {
      releaseSchedule: "RELEASE_ON_SPECIFIED_DATE",
      releaseOnDate: scheduled.date,
    });
    const path = releasePath(pack.packId, changed !== undefined);
    const sent = await client.sendOnce(
      "ReleaseIntegrationPack",
      { method: "POST", path, body: JSON.stringify(body) },
      releaseSchema,
    );
    if (sent.kind === "done") return sent.value.requestId || (changed?.requestId ?? "");
    return this.#afterFailure(pack.name, scheduled, changed, sent);
  }

  /** A change whose answer was lost can be found out; a new scheduled release cannot, as its id was in the answer. */
  async #afterFailure(
    packName: string,
    scheduled: ScheduledRelease,
    changed: ScheduleRecord | undefined,
    sent: Exclude<SentOnce<unknown>, { kind: "done" }>,
  ): Promise<string> {
    if (sent.kind !== "unknown") throw platformReleaseErrors.notScheduled(packName, sent.error);
    if (!changed || changed.scheduled.date === scheduled.date) {
      throw platformReleaseErrors.scheduleUnknown(packName, sent.error.message);
    }
    const { client } = this.#options;
    // Whatever keeps the platform from telling, the change was sent, and nobody knows what became of it.
    const status = await client.get(objectKinds.releaseStatus, changed.requestId).catch(() => undefined);
    if (status?.releaseOnDate.startsWith(scheduled.date)) return changed.requestId;
    throw platformReleaseErrors.scheduleUnknown(packName, sent.error.message);
  }
}

/** The workspace cannot take over what the platform keeps: it would be released twice. A release has no id before its date. */
function checkReplaceable(earlier: ScheduleRecord | undefined, packName: string): string {
  if (earlier?.keeper === "platform") throw platformReleaseErrors.keptByPlatform(packName);
  return "";
}
