import type { PackRelease } from "../../../../model/release/release.ts";
import { toNewAttempt } from "../attemptRow.ts";
import { claimSpan, followSpan } from "../claimSpans.ts";
import type { RecordsTransaction, Sender } from "../recordsTransaction.ts";
import { toRelease, type AttemptState, type NewAttempt, type ReleaseAttempt } from "../releaseAttempt.ts";
import { toScheduleRecord, type NewScheduleRecord, type ScheduleRecord } from "../scheduleRecord.ts";
import { toSchedule } from "../scheduleRow.ts";
import { outcomeText, type StoredEnd } from "../storedOutcome.ts";
import type { LoadedAttempt, LoadedPack } from "./loadedPack.ts";

/** What an operation changed in a pack. */
export interface ChangedPack {
  readonly pack: LoadedPack;
  /** How long its claim lasts from the commit on, in ms; left out where the claim keeps its end. */
  readonly spanMs?: number;
  /** The ids of its attempts that were added or changed. */
  readonly attemptIds: ReadonlySet<string>;
  readonly isScheduleChanged: boolean;
}

/** How long all claims of a holder last from the commit on, at least. */
export interface Renewal {
  readonly holder: string;
  readonly spanMs: number;
}

interface Draft {
  pack: LoadedPack;
  spanMs?: number;
  readonly attemptIds: Set<string>;
  isScheduleChanged: boolean;
  isChanged: boolean;
}

/** A transaction on packs that were loaded: it reads and changes them here, and what it changed is committed afterwards. */
export class LoadedPacks implements RecordsTransaction {
  readonly now: Date;
  readonly #account: string;
  readonly #drafts: ReadonlyMap<string, Draft>;
  readonly #outcomes: string[] = [];
  #renewal: Renewal | undefined;

  constructor(account: string, packs: readonly LoadedPack[], now: Date) {
    this.#account = account;
    this.now = now;
    this.#drafts = new Map(
      packs.map((pack) => [
        pack.packId,
        { pack, attemptIds: new Set(), isScheduleChanged: false, isChanged: false },
      ]),
    );
  }

  get packs(): LoadedPack[] {
    return [...this.#drafts.values()].map(({ pack }) => pack);
  }

  get changed(): ChangedPack[] {
    return [...this.#drafts.values()].filter(({ isChanged }) => isChanged);
  }

  /** The texts of the outcomes that were added. */
  get outcomes(): readonly string[] {
    return this.#outcomes;
  }

  get renewal(): Renewal | undefined {
    return this.#renewal;
  }

  claimHolder(packId: string): string | undefined {
    const { holder, leftMs } = this.#draft(packId).pack;
    return holder !== "" && leftMs > 0 ? holder : undefined;
  }

  holdsClaim(packId: string, holder: string): boolean {
    return this.#draft(packId).pack.holder === holder && holder !== "";
  }

  writeClaim(packId: string, holder: string): void {
    this.#change(packId, { holder, leftMs: claimSpan }).spanMs = claimSpan;
  }

  renewClaims(holder: string): void {
    if (holder !== "") this.#renewal = { holder, spanMs: claimSpan };
  }

  extendClaims(holder: string): void {
    if (holder === "") return;
    this.#renewal = { holder, spanMs: followSpan };
    for (const { pack } of this.#drafts.values()) {
      if (pack.holder !== holder) continue;
      this.#change(pack.packId, { leftMs: followSpan }).spanMs = followSpan;
    }
  }

  deleteClaim(packId: string, holder: string): void {
    if (!this.holdsClaim(packId, holder)) return;
    this.#change(packId, { holder: "", leftMs: 0 }).spanMs = 0;
  }

  insertAttempt(attempt: NewAttempt, attemptId: string, sender: Partial<Sender>): ReleaseAttempt {
    const inserted = toNewAttempt(attempt, attemptId, sender);
    this.#writeAttempt({ attempt: inserted, holder: sender.holder ?? "", releasedMs: undefined });
    return inserted;
  }

  findAttempt(attemptId: string): ReleaseAttempt | undefined {
    return this.#loaded(attemptId)?.attempt;
  }

  openAttempts(packId: string): ReleaseAttempt[] {
    return this.#attempts(packId).filter(({ state }) => openStates.has(state));
  }

  attemptOfRequest(packId: string, requestId: string): ReleaseAttempt | undefined {
    if (requestId === "") return undefined;
    return this.#attempts(packId).findLast((each) => each.requestId === requestId && !each.scheduled);
  }

  holderOf(attemptId: string): string {
    return this.#loaded(attemptId)?.holder ?? "";
  }

  setAttemptState(attemptId: string, state: AttemptState, requestId?: string): void {
    const loaded = this.#require(attemptId);
    const attempt = { ...loaded.attempt, state, ...(requestId !== undefined && { requestId }) };
    this.#writeAttempt({ ...loaded, attempt });
  }

  markReleased({ attemptId, packId }: ReleaseAttempt, at: Date): PackRelease {
    const loaded = this.#require(attemptId);
    const latest = this.#draft(packId).pack.latestMs ?? -Infinity;
    const releasedMs = Math.max(at.getTime(), latest + 1);
    const released = {
      ...loaded.attempt,
      state: "released" as const,
      releasedAt: new Date(releasedMs).toISOString(),
    };
    this.#writeAttempt({ ...loaded, attempt: released, releasedMs });
    this.#change(packId, { latestMs: releasedMs });
    return toRelease(released);
  }

  scheduleOf(packId: string): ScheduleRecord | undefined {
    const { schedule } = this.#draft(packId).pack;
    if (!schedule) return undefined;
    if ("row" in schedule) return toSchedule(schedule.row);
    return toScheduleRecord(schedule.record, schedule.scheduleId);
  }

  scheduleById(scheduleId: string): ScheduleRecord | undefined {
    const draft = this.#draftOfSchedule(scheduleId);
    return draft && this.scheduleOf(draft.pack.packId);
  }

  writeSchedule(record: NewScheduleRecord, scheduleId: string): void {
    const { packId, packName, keeper, requestId, missedReleases, scheduled } = record;
    const rule = missedReleases && { missedReleases };
    const stored = { packId, packName, keeper, requestId, ...rule, scheduled };
    this.#change(packId, { schedule: { scheduleId, record: stored } }).isScheduleChanged = true;
  }

  deleteSchedule(scheduleId: string): void {
    const draft = this.#draftOfSchedule(scheduleId);
    if (draft) this.#change(draft.pack.packId, { schedule: undefined }).isScheduleChanged = true;
  }

  addOutcome(record: ScheduleRecord, end: StoredEnd): void {
    this.#outcomes.push(outcomeText(record, end));
  }

  #draft(packId: string): Draft {
    const draft = this.#drafts.get(packId);
    if (!draft) throw new TypeError(`The records of pack ${packId} of ${this.#account} are not loaded.`);
    return draft;
  }

  #draftOfSchedule(scheduleId: string): Draft | undefined {
    return [...this.#drafts.values()].find(({ pack }) => pack.schedule?.scheduleId === scheduleId);
  }

  #change(packId: string, change: Partial<LoadedPack>): Draft {
    const draft = this.#draft(packId);
    draft.pack = { ...draft.pack, ...change };
    draft.isChanged = true;
    return draft;
  }

  #attempts(packId: string): ReleaseAttempt[] {
    return this.#draft(packId).pack.attempts.map(({ attempt }) => attempt);
  }

  #loaded(attemptId: string): LoadedAttempt | undefined {
    return [...this.#drafts.values()]
      .flatMap(({ pack }) => pack.attempts)
      .find(({ attempt }) => attempt.attemptId === attemptId);
  }

  #require(attemptId: string): LoadedAttempt {
    const loaded = this.#loaded(attemptId);
    if (!loaded) throw new TypeError(`There is no attempt ${attemptId}.`);
    return loaded;
  }

  #writeAttempt(written: LoadedAttempt): void {
    const { packId, attemptId } = written.attempt;
    const { attempts } = this.#draft(packId).pack;
    const isThere = attempts.some(({ attempt }) => attempt.attemptId === attemptId);
    const next = isThere
      ? attempts.map((each) => (each.attempt.attemptId === attemptId ? written : each))
      : [...attempts, written];
    this.#change(packId, { attempts: next }).attemptIds.add(attemptId);
  }
}

const openStates: ReadonlySet<AttemptState> = new Set(["sending", "accepted", "unknown"]);
