import type { ScheduleQueue } from "../backend/scheduleQueue.ts";
import { IntegrationPacksError } from "../errors/errors.ts";

/** How long a refused client runs nothing, in ms. */
const span = 300_000;

/**
 * The time in which this client runs no release of a queue because the platform refused it. Others who share the queue run
 * what is due. Another sign-in opens another queue, for which nothing is locked.
 */
export class LockOut {
  #queue: ScheduleQueue | undefined;
  /** In ms since the epoch. */
  #until = -Infinity;

  /** Starts the time, or extends it, at `now`. Returns whether this is the first refusal since something of the queue was released. */
  begin(queue: ScheduleQueue, now: number): boolean {
    const isFirst = this.#queue !== queue;
    this.#queue = queue;
    this.#until = now + span;
    return isFirst;
  }

  /** Ends the time: the platform accepted this client. */
  end(): void {
    this.#queue = undefined;
  }

  /** A clock that was set back does not make it longer. */
  isActive(queue: ScheduleQueue, now: number): boolean {
    return this.#queue === queue && now < this.#until && this.#until - now <= span;
  }

  /** When it ends, in ms since the epoch; nothing when it has ended. */
  endsAt(now: number): number | undefined {
    return this.#queue && this.isActive(this.#queue, now) ? this.#until : undefined;
  }
}

/** Whether the platform refuses this client, for its token or a privilege of its user. Another client may succeed. */
export function isRefusal(error: unknown): boolean {
  if (!(error instanceof IntegrationPacksError)) return false;
  return error.code === "Unauthorized" || error.code === "Forbidden" || isRefusal(error.cause);
}
