import type { IntegrationPack, UnsettledRelease } from "../../../model/pack/pack.ts";
import { withDifferences } from "../../../model/schedule/withDifferences.ts";
import type { PackReader, PlatformPack } from "../packs/packReader.ts";
import type { ReleaseAttempt } from "../records/releaseAttempt.ts";
import type { ReadForView } from "../records/readableWithout.ts";
import type { ReleaseRecords } from "../records/releaseRecords.ts";
import type { ScheduleRecord } from "../records/scheduleRecord.ts";
import type { Claims } from "../releases/claims.ts";
import type { AttemptReconciler } from "../releases/attemptReconciler.ts";
import type { ScheduleReconciler } from "./scheduleReconciler.ts";

/** Dependencies of `ScheduledPacks`. */
export interface ScheduledPacksDependencies {
  readonly packs: PackReader;
  readonly records: ReleaseRecords;
  readonly claims: Claims;
  readonly attempts: AttemptReconciler;
  readonly schedules: ScheduleReconciler;
  readonly readForView: ReadForView;
}

/** A pack as it is right now, with the record of its scheduled release. */
export interface FreshPack {
  readonly pack: IntegrationPack;
  readonly record: ScheduleRecord | undefined;
  /** The requests for the pack whose end is not known. */
  readonly open: readonly ReleaseAttempt[];
}

/** Packs as the platform gives them, with what the records say: what is scheduled, and which release has an unknown end. */
export class ScheduledPacks {
  readonly #dependencies: ScheduledPacksDependencies;

  constructor(dependencies: ScheduledPacksDependencies) {
    this.#dependencies = dependencies;
  }

  /** Sorted by name. */
  async list(): Promise<IntegrationPack[]> {
    const { packs, readForView } = this.#dependencies;
    const [listed, withRecord] = await Promise.all([
      packs.list(),
      readForView(this.#records(), (pack: PlatformPack): IntegrationPack => pack),
    ]);
    return listed.map(withRecord);
  }

  /** @throws `NotFound` */
  async get(packId: string): Promise<IntegrationPack> {
    const { packs, records } = this.#dependencies;
    const { readForView } = this.#dependencies;
    const [pack, record, open] = await Promise.all([
      packs.get(packId),
      readForView(records.findSchedule(packId), undefined),
      readForView(records.listOpenAttempts(packId), []),
    ]);
    return withRecords(pack, record, open.at(-1));
  }

  /** The pack as it is right now; the holder has claimed it. @throws `NotFound` */
  async fresh(packId: string, holder: string): Promise<FreshPack> {
    const { packs, records } = this.#dependencies;
    const [pack, record, open] = await Promise.all([
      packs.fresh(packId),
      records.findSchedule(packId, holder),
      records.listOpenAttempts(packId),
    ]);
    return { pack: withRecords(pack, record, open.at(-1)), record, open };
  }

  /** The packs as they are right now, by id. Those that do not exist are absent. */
  async freshAll(packIds: readonly string[]): Promise<Map<string, IntegrationPack>> {
    const [found, withRecord] = await Promise.all([
      this.#dependencies.packs.freshAll(packIds),
      this.#records(),
    ]);
    return new Map([...found].map(([packId, pack]) => [packId, withRecord(pack)]));
  }

  /** Records the ends of earlier requests that can be found out. */
  async settle(): Promise<void> {
    const { attempts, schedules } = this.#dependencies;
    await attempts.reconcile();
    await schedules.reconcile();
  }

  /**
   * Runs `work` while the pack is claimed, once the ends of earlier requests that can be found out are recorded.
   *
   * @throws `Conflict` while somebody else claims it
   */
  async claim<T>(packId: string, work: (holder: string) => Promise<T>): Promise<T> {
    const { packs, claims, attempts, schedules } = this.#dependencies;
    const name = packs.lastSeen(packId)?.name ?? packId;
    return claims.hold([{ packId, name }], async (holder) => {
      await attempts.reconcile(packId);
      await schedules.reconcileClaimed(packId, holder);
      return work(holder);
    });
  }

  /** Adds what the records of all packs say. */
  async #records(): Promise<(pack: PlatformPack) => IntegrationPack> {
    const { records } = this.#dependencies;
    const [schedules, open] = await Promise.all([records.listSchedules(), records.listOpenAttempts()]);
    const byPack = new Map(schedules.map((record) => [record.packId, record]));
    const unsettled = new Map(open.map((attempt) => [attempt.packId, attempt]));
    return (pack) => withRecords(pack, byPack.get(pack.packId), unsettled.get(pack.packId));
  }
}

function withRecords(
  pack: PlatformPack,
  record: ScheduleRecord | undefined,
  open: ReleaseAttempt | undefined,
): IntegrationPack {
  return {
    ...pack,
    ...(record && { scheduled: withDifferences(record.scheduled, pack) }),
    ...(open && { unsettled: toUnsettled(open) }),
  };
}

function toUnsettled({ attemptId, state, sentAt, sentBy }: ReleaseAttempt): UnsettledRelease {
  return { attemptId, state: state === "unknown" ? "unknown" : "running", sentAt, sentBy };
}
