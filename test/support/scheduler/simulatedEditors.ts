import type { LocalBackend, LocalBackendOptions } from "../../../src/backend/local/localBackend.ts";
import type { QueuedRelease, RunPermission, ScheduleQueue } from "../../../src/backend/scheduleQueue.ts";
import type { Log } from "../../../src/base/log.ts";
import type { PackRelease } from "../../../src/model/release/release.ts";
import type { Snapshot } from "../../../src/model/snapshot/snapshot.ts";
import type { MissedReleases } from "../../../src/scheduler/releaseRunner.ts";
import { Scheduler } from "../../../src/scheduler/scheduler.ts";
import type { SchedulerEvent } from "../../../src/scheduler/schedulerEvent.ts";
import { LocalStores } from "../store/localStores.ts";
import { SimulatedClock } from "./simulatedClock.ts";

/** What befalls an operation of a queue: its program dies before or after it took effect, or it throws. */
export type Fate = "diesBefore" | "diesAfter" | { readonly error: unknown } | undefined;

/** Decides what befalls the next operation. */
export type Fates = (operation: keyof ScheduleQueue) => Fate;

/** A release that was made, with what the clock showed at that moment. */
export interface MadeRelease {
  readonly queued: QueuedRelease;
  readonly release: PackRelease;
  readonly at: Date;
}

/** Editors with schedulers on one store file, on one simulated clock. */
export class SimulatedEditors {
  readonly clock: SimulatedClock;
  /** Every release of a queue, also one whose program died before it could tell. */
  readonly made: MadeRelease[] = [];
  readonly events: SchedulerEvent[] = [];
  readonly #stores = new LocalStores();
  readonly #editors = new Set<SimulatedEditor>();

  constructor(now: Date) {
    this.clock = new SimulatedClock(now);
  }

  /** The path of the store file. */
  get file(): string {
    return this.#stores.file;
  }

  get running(): number {
    return this.#editors.size;
  }

  /** Opens the store for the test itself, without a scheduler. */
  open(content?: Snapshot, options: Partial<LocalBackendOptions> = {}): Promise<LocalBackend> {
    const all = { clock: this.clock.clock, ...options };
    return content ? this.#stores.openWith(content, all) : this.#stores.open(all);
  }

  /** Starts an editor: its scheduler runs until it is closed or dies. */
  async start(
    options: {
      readonly missedReleases?: () => MissedReleases;
      readonly fates?: Fates;
      readonly store?: Partial<LocalBackendOptions>;
    } = {},
  ): Promise<SimulatedEditor> {
    const { missedReleases = () => "release" as const, fates = () => undefined } = options;
    const backend = await this.open(undefined, options.store);
    const editor: SimulatedEditor = new SimulatedEditor(backend, (onDeath) => {
      const queue = new MortalQueue(backend.schedules.queue, fates, onDeath, (queued, release) =>
        this.made.push({ queued, release, at: this.clock.clock() }),
      );
      const scheduler = new Scheduler({
        queue,
        clock: this.clock.clock,
        timer: this.clock.timer,
        log: silentLog,
        missedReleases,
      });
      scheduler.onDidHappen((event) => this.events.push(event));
      return scheduler;
    });
    editor.onEnd = () => this.#editors.delete(editor);
    this.#editors.add(editor);
    editor.scheduler.start();
    return editor;
  }

  /** Lets time pass for all editors that run. */
  advance(duration: number): Promise<void> {
    return this.clock.advance(duration, () => this.settle());
  }

  /** Lets time pass up to an instant. */
  advanceTo(instant: Date | string): Promise<void> {
    return this.advance(new Date(instant).getTime() - this.clock.clock().getTime());
  }

  /** Other programs' changes of the file are noticed within a second of real time; here, when the test says so. */
  announceChange(): void {
    for (const { scheduler } of this.#editors) scheduler.check();
  }

  /** Closes the editor that has run the longest, if one runs. */
  closeOne(): void {
    const [oldest] = this.#editors;
    oldest?.close();
  }

  async settle(): Promise<void> {
    await Promise.all([...this.#editors].map((editor) => editor.settle()));
  }

  dispose(): void {
    for (const editor of [...this.#editors]) editor.close();
    this.#stores.dispose();
  }
}

/** One editor. After its death nothing that it had begun goes on. */
export class SimulatedEditor {
  readonly scheduler: Scheduler;
  readonly backend: LocalBackend;
  readonly #death: Promise<void>;
  #onDeath: () => void = () => undefined;
  onEnd: () => void = () => undefined;

  constructor(backend: LocalBackend, makeScheduler: (onDeath: () => void) => Scheduler) {
    this.backend = backend;
    this.#death = new Promise((resolve) => (this.#onDeath = resolve));
    this.scheduler = makeScheduler(() => this.close());
  }

  async settle(): Promise<void> {
    await Promise.race([this.scheduler.whenIdle(), this.#death]);
  }

  close(): void {
    this.scheduler.dispose();
    this.backend.dispose();
    this.#onDeath();
    this.onEnd();
  }
}

/** A queue whose program may die at each of its operations: then the operation, and all later ones, never come back. */
class MortalQueue implements ScheduleQueue {
  readonly onDidChange;
  readonly #queue: ScheduleQueue;
  readonly #fates: Fates;
  readonly #onDeath: () => void;
  readonly #onRelease: (queued: QueuedRelease, release: PackRelease) => void;
  #isDead = false;

  constructor(
    queue: ScheduleQueue | undefined,
    fates: Fates,
    onDeath: () => void,
    onRelease: (queued: QueuedRelease, release: PackRelease) => void,
  ) {
    if (!queue) throw new Error("The local store always has a queue.");
    this.#queue = queue;
    this.#fates = fates;
    this.#onDeath = onDeath;
    this.#onRelease = onRelease;
    this.onDidChange = queue.onDidChange;
  }

  nextDue(after: Date) {
    return this.#run("nextDue", () => this.#queue.nextDue(after));
  }

  listDue(now: Date) {
    return this.#run("listDue", () => this.#queue.listDue(now));
  }

  find(packId: string) {
    return this.#run("find", () => this.#queue.find(packId));
  }

  release(queued: QueuedRelease, permission: RunPermission) {
    return this.#run("release", async () => {
      const release = await this.#queue.release(queued, permission);
      if (release) this.#onRelease(queued, release);
      return release;
    });
  }

  fail(queued: QueuedRelease, problem: string) {
    return this.#run("fail", () => this.#queue.fail(queued, problem));
  }

  miss(queued: QueuedRelease) {
    return this.#run("miss", () => this.#queue.miss(queued));
  }

  async #run<T>(operation: keyof ScheduleQueue, work: () => Promise<T>): Promise<T> {
    const fate = this.#isDead ? "diesBefore" : this.#fates(operation);
    if (fate === "diesBefore") return this.#die();
    if (typeof fate === "object") throw fate.error;
    const result = await work();
    return fate === "diesAfter" ? this.#die() : result;
  }

  #die(): Promise<never> {
    if (!this.#isDead) {
      this.#isDead = true;
      this.#onDeath();
    }
    return new Promise(() => undefined);
  }
}

const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
