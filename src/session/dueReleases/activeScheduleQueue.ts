import type { ActiveBackend } from "../activeBackend.ts";
import type { QueuedRelease, RunPermission, ScheduleQueue } from "../../backend/scheduleQueue.ts";
import type { Event } from "../../base/event.ts";
import type { PackRelease } from "../../model/release/release.ts";

/**
 * The queue of whichever backend is active; an empty one while that has none. A backend that cannot be opened is a queue
 * that cannot be read, so whoever asks again opens it.
 */
export class ActiveScheduleQueue implements ScheduleQueue {
  readonly onDidChange: Event<void>;
  readonly #backend: ActiveBackend;
  /** A release that was read from one store must never be run in the next one. */
  readonly #owners = new WeakMap<QueuedRelease, ScheduleQueue>();

  constructor(backend: ActiveBackend) {
    this.#backend = backend;
    this.onDidChange = backend.onDidChange;
  }

  nextDue(after: Date): Promise<QueuedRelease | undefined> {
    return this.#readOne((queue) => queue.nextDue(after));
  }

  find(packId: string): Promise<QueuedRelease | undefined> {
    return this.#readOne((queue) => queue.find(packId));
  }

  async listDue(now: Date): Promise<QueuedRelease[]> {
    const queue = await this.#queue();
    const due = (await queue?.listDue(now)) ?? [];
    for (const queued of due) {
      if (queue) this.#owners.set(queued, queue);
    }
    return due;
  }

  async release(queued: QueuedRelease, permission: RunPermission): Promise<PackRelease | undefined> {
    return this.#owners.get(queued)?.release(queued, permission);
  }

  async fail(queued: QueuedRelease, problem: string): Promise<boolean> {
    return (await this.#owners.get(queued)?.fail(queued, problem)) ?? false;
  }

  async miss(queued: QueuedRelease): Promise<boolean> {
    return (await this.#owners.get(queued)?.miss(queued)) ?? false;
  }

  async #readOne(
    read: (queue: ScheduleQueue) => Promise<QueuedRelease | undefined>,
  ): Promise<QueuedRelease | undefined> {
    const queue = await this.#queue();
    const queued = queue && (await read(queue));
    if (queue && queued) this.#owners.set(queued, queue);
    return queued;
  }

  async #queue(): Promise<ScheduleQueue | undefined> {
    return (await this.#backend.get()).schedules?.queue;
  }
}
