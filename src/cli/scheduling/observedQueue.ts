import type { QueuedRelease, ScheduleQueue } from "../../backend/scheduleQueue.ts";

/** Receives what a scheduler passes over in silence, because it tries again. */
export interface QueueObserver {
  /** An attempt to release failed. Its outcome follows if the scheduler does not try again. */
  readonly onFailedAttempt: (queued: QueuedRelease, error: unknown) => void;
  /** The queue could not be read. */
  readonly onUnreadable: (error: unknown) => void;
  /** The queue was read. */
  readonly onRead: () => void;
  /** Whether no further release may start. */
  readonly isStopping: () => boolean;
}

/** The queue, with an observer of its failures. */
export function observedQueue(queue: ScheduleQueue, observer: QueueObserver): ScheduleQueue {
  const read = async <T>(reading: Promise<T>): Promise<T> => {
    try {
      const result = await reading;
      observer.onRead();
      return result;
    } catch (error) {
      observer.onUnreadable(error);
      throw error;
    }
  };
  return {
    onDidChange: queue.onDidChange,
    isShared: queue.isShared,
    nextDue: (after) => read(queue.nextDue(after)),
    listDue: (now) => read(queue.listDue(now)),
    find: (packId) => queue.find(packId),
    async release(queued, permission) {
      // As if it were not its turn.
      if (observer.isStopping()) return undefined;
      try {
        return await queue.release(queued, permission);
      } catch (error) {
        observer.onFailedAttempt(queued, error);
        throw error;
      }
    },
    fail: (queued, failure) => queue.fail(queued, failure),
    miss: (queued) => queue.miss(queued),
  };
}
