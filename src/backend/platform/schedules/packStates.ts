import type { IntegrationPack } from "../../../model/pack/pack.ts";
import type { ScheduledRelease } from "../../../model/schedule/scheduledRelease.ts";
import type { PackReader, PlatformPack } from "../packs/packReader.ts";
import type { ScheduleStates } from "./scheduleStates.ts";

/** Packs with what is scheduled. */
export class PackStates {
  readonly #packs: PackReader;
  readonly #schedules: ScheduleStates;

  constructor(packs: PackReader, schedules: ScheduleStates) {
    this.#packs = packs;
    this.#schedules = schedules;
  }

  /** Sorted by name. */
  async list(): Promise<IntegrationPack[]> {
    const [listed, schedules] = await Promise.all([this.#packs.list(), this.#schedules.get()]);
    return listed.map((pack) => withSchedule(pack, schedules));
  }

  /** @throws `NotFound` */
  async get(packId: string): Promise<IntegrationPack> {
    const [pack, schedules] = await Promise.all([this.#packs.get(packId), this.#schedules.get()]);
    return withSchedule(pack, schedules);
  }

  /** As it is right now. @throws `NotFound` */
  async fresh(packId: string): Promise<IntegrationPack> {
    this.#schedules.forget();
    const [pack, schedules] = await Promise.all([this.#packs.fresh(packId), this.#schedules.get()]);
    return withSchedule(pack, schedules);
  }
}

function withSchedule(pack: PlatformPack, schedules: ReadonlyMap<string, ScheduledRelease>): IntegrationPack {
  const scheduled = schedules.get(pack.packId);
  return scheduled ? { ...pack, scheduled } : pack;
}
