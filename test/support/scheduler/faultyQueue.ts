import type { QueuedRelease, RunPermission, ScheduleQueue } from "../../../src/backend/scheduleQueue.ts";
import type { PackRelease } from "../../../src/model/release/release.ts";
import type { MissedReleases } from "../../../src/model/schedule/missedReleases.ts";
import type { ScheduleFailure } from "../../../src/model/schedule/scheduledRelease.ts";

/** A fault of one operation of a queue: the program dies before or after the operation takes effect, or it throws. */
export type QueueFault = "diesBefore" | "diesAfter" | { readonly error: unknown };

/** Chooses the fault of the next operation, if it has one. */
export type ChooseFault = (operation: keyof ScheduleQueue) => QueueFault | undefined;

/** Dependencies of `FaultyQueue`. */
export interface FaultyQueueDependencies {
  readonly queue: ScheduleQueue;
  readonly chooseFault: ChooseFault;
  /** Whether others share the queue, with the rule that they stored with each release. */
  readonly shared?: { readonly missedReleases?: MissedReleases } | undefined;
  /** Called once, when the program dies. */
  readonly onDeath: () => void;
  /** Called for every release, even if the program dies right after it. */
  readonly onRelease: (queued: QueuedRelease, release: PackRelease) => void;
}

/** A queue whose operations can fail. Once the program has died, no operation settles. */
export class FaultyQueue implements ScheduleQueue {
  readonly onDidChange;
  readonly isShared;
  readonly #dependencies: FaultyQueueDependencies;
  #isDead = false;

  constructor(dependencies: FaultyQueueDependencies) {
    this.#dependencies = dependencies;
    this.onDidChange = dependencies.queue.onDidChange;
    this.isShared = dependencies.shared !== undefined;
  }

  get #queue(): ScheduleQueue {
    return this.#dependencies.queue;
  }

  nextDue(after: Date) {
    return this.#run("nextDue", () => this.#queue.nextDue(after));
  }

  listDue(now: Date) {
    return this.#run("listDue", async () =>
      (await this.#queue.listDue(now)).map((queued) => ({ ...queued, ...this.#dependencies.shared })),
    );
  }

  find(packId: string) {
    return this.#run("find", () => this.#queue.find(packId));
  }

  release(queued: QueuedRelease, permission: RunPermission) {
    return this.#run("release", async () => {
      const release = await this.#queue.release(queued, permission);
      if (release) this.#dependencies.onRelease(queued, release);
      return release;
    });
  }

  fail(queued: QueuedRelease, failure: ScheduleFailure) {
    return this.#run("fail", () => this.#queue.fail(queued, failure));
  }

  miss(queued: QueuedRelease) {
    return this.#run("miss", () => this.#queue.miss(queued));
  }

  async #run<T>(operation: keyof ScheduleQueue, work: () => Promise<T>): Promise<T> {
    const fault = this.#isDead ? "diesBefore" : this.#dependencies.chooseFault(operation);
    if (fault === "diesBefore") return this.#die();
    if (typeof fault === "object") throw fault.error;
    const result = await work();
    return fault === "diesAfter" ? this.#die() : result;
  }

  /** Ends the program. The promise never settles. */
  #die(): Promise<never> {
    if (!this.#isDead) {
      this.#isDead = true;
      this.#dependencies.onDeath();
    }
    return new Promise(() => undefined);
  }
}
