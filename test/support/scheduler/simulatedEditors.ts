import type { LocalBackend, LocalBackendOptions } from "../../../src/backend/local/localBackend.ts";
import type { QueuedRelease } from "../../../src/backend/scheduleQueue.ts";
import type { PackRelease } from "../../../src/model/release/release.ts";
import type { Snapshot } from "../../../src/model/snapshot/snapshot.ts";
import type { MissedReleases } from "../../../src/model/schedule/missedReleases.ts";
import { Scheduler } from "../../../src/scheduler/scheduler.ts";
import type { SchedulerEvent } from "../../../src/scheduler/schedulerEvent.ts";
import { silentLog } from "../silentLog.ts";
import { queueOf } from "../store/queueOf.ts";
import { LocalStores } from "../store/localStores.ts";
import { FaultyQueue, type ChooseFault, type FaultyQueueDependencies } from "./faultyQueue.ts";
import { SimulatedClock } from "./simulatedClock.ts";

/** A release by a scheduler, and the time that the clock showed. */
export interface ObservedRelease {
  readonly queued: QueuedRelease;
  readonly release: PackRelease;
  readonly at: Date;
}

/** Simulated editors with one store file and one clock. Each has a scheduler of its own. */
export class SimulatedEditors {
  readonly clock: SimulatedClock;
  /** Every release, even if the editor died before its scheduler could report it. */
  readonly releases: ObservedRelease[] = [];
  /** The events of all schedulers. */
  readonly events: SchedulerEvent[] = [];
  /** The errors that the schedulers logged. */
  readonly loggedErrors: string[] = [];
  readonly #stores = new LocalStores();
  readonly #editors = new Set<SimulatedEditor>();

  constructor(now: Date) {
    this.clock = new SimulatedClock(now);
  }

  /** The path of the store file. */
  get file(): string {
    return this.#stores.file;
  }

  /** How many editors run. */
  get runningCount(): number {
    return this.#editors.size;
  }

  /** Opens the store for the test, without a scheduler. */
  open(content?: Snapshot, options: Partial<LocalBackendOptions> = {}): Promise<LocalBackend> {
    const withClock = { clock: this.clock.clock, ...options };
    return content ? this.#stores.openWith(content, withClock) : this.#stores.open(withClock);
  }

  /** Starts an editor. Its scheduler runs until the editor is closed or dies. */
  async start(
    options: {
      readonly missedReleases?: () => MissedReleases;
      readonly chooseFault?: ChooseFault;
      readonly shared?: FaultyQueueDependencies["shared"];
      readonly store?: Partial<LocalBackendOptions>;
    } = {},
  ): Promise<SimulatedEditor> {
    const { missedReleases = () => "release" as const, chooseFault = () => undefined } = options;
    const backend = await this.open(undefined, options.store);
    const queue = queueOf(backend);
    const editor: SimulatedEditor = new SimulatedEditor(backend, (onDeath) => {
      const faultyQueue = new FaultyQueue({
        queue,
        chooseFault,
        shared: options.shared,
        onDeath,
        onRelease: (queued, release) => void this.releases.push({ queued, release, at: this.clock.clock() }),
      });
      const scheduler = new Scheduler({
        queue: () => Promise.resolve(faultyQueue),
        onDidChange: queue.onDidChange,
        clock: this.clock.clock,
        timer: this.clock.timer,
        log: { ...silentLog, error: (line) => void this.loggedErrors.push(String(line)) },
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

  /** Moves the clock forward by a duration in ms, and runs the timers of all editors that are due. */
  advance(duration: number): Promise<void> {
    return this.clock.advance(duration, () => this.settle());
  }

  /** Moves the clock forward to an instant, as `advance` does. */
  advanceTo(instant: Date | string): Promise<void> {
    return this.advance(new Date(instant).getTime() - this.clock.clock().getTime());
  }

  /** Makes every scheduler look for changes of other programs, which it would notice within a second of real time. */
  announceChange(): void {
    for (const { scheduler } of this.#editors) scheduler.check();
  }

  /** Closes the editor that has run longest, if any. */
  closeOldest(): void {
    const [oldest] = this.#editors;
    oldest?.close();
  }

  /** Resolves once no scheduler is at work. */
  async settle(): Promise<void> {
    await Promise.all([...this.#editors].map((editor) => editor.settle()));
  }

  dispose(): void {
    for (const editor of [...this.#editors]) editor.close();
    this.#stores.dispose();
  }
}

/** An editor with a scheduler. Once it is closed or dead, nothing that it started goes on. */
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

  /** Resolves once the scheduler is idle or the editor is dead. */
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
