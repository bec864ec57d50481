import { setImmediate as turn } from "node:timers/promises";
import type { QueuedRelease, RunPermission, ScheduleQueue } from "../../../src/backend/scheduleQueue.ts";
import { Emitter } from "../../../src/base/event.ts";
import type { PackRelease } from "../../../src/model/release/release.ts";
import type { ReleaseSchedule, ScheduleFailure } from "../../../src/model/schedule/scheduledRelease.ts";
import { date, timeZone, windowEnd, windowStart } from "./schedulerScenario.ts";

/** A release of a pack that is due in the window of `schedulerScenario`. */
export function queuedRelease(
  packId = "p-0",
  { missedReleases, ...schedule }: Partial<ReleaseSchedule> & Pick<QueuedRelease, "missedReleases"> = {},
): QueuedRelease {
  return {
    packId,
    packName: `Pack ${packId}`,
    scheduleId: `s-${packId}`,
    schedule: {
      date,
      timeZone,
      windowStart,
      windowEnd,
      state: "scheduled",
      scheduledBy: "dev",
      scheduledAt: "2026-06-18T12:00:00.000Z",
      ...schedule,
    },
    ...(missedReleases && { missedReleases }),
  };
}

/** The release that a scheduled one became. */
export function releaseOf({ packId }: QueuedRelease): PackRelease {
  const releaseId = `r-${packId}`;
  return {
    packId,
    releaseId,
    releasedAt: windowStart,
    releasedBy: "dev",
    trigger: "scheduled",
    versions: {},
  };
}

/** A queue whose answers a test chooses. An operation takes a turn of the event loop, then it is in `calls`. */
export class ScriptedQueue implements ScheduleQueue {
  readonly onDidChange = new Emitter<void>().event;
  isShared = false;
  /** The operations that ended, with what they were called with. */
  readonly calls: string[] = [];
  readonly failures: ScheduleFailure[] = [];
  due: readonly QueuedRelease[] = [];
  /** The next one that is due, until its window starts. */
  next: QueuedRelease | undefined;
  found: QueuedRelease | undefined;
  /** The answers. One that throws makes the operation fail. */
  onRelease: (queued: QueuedRelease) => PackRelease | undefined = releaseOf;
  onFail: () => boolean = () => true;
  onMiss: () => boolean = () => true;
  onRead: () => void = () => undefined;

  nextDue(after: Date): Promise<QueuedRelease | undefined> {
    return this.#run("nextDue", () =>
      this.next && after < new Date(this.next.schedule.windowStart) ? this.next : undefined,
    );
  }

  listDue(): Promise<QueuedRelease[]> {
    return this.#run("listDue", () => {
      this.onRead();
      return [...this.due];
    });
  }

  find(packId: string): Promise<QueuedRelease | undefined> {
    return this.#run(`find ${packId}`, () => this.found);
  }

  release(queued: QueuedRelease, permission: RunPermission): Promise<PackRelease | undefined> {
    return this.#run(`release ${queued.packId} ${permission}`, () => this.onRelease(queued));
  }

  fail(queued: QueuedRelease, failure: ScheduleFailure): Promise<boolean> {
    return this.#run(`fail ${queued.packId}`, () => {
      this.failures.push(failure);
      return this.onFail();
    });
  }

  miss(queued: QueuedRelease): Promise<boolean> {
    return this.#run(`miss ${queued.packId}`, () => this.onMiss());
  }

  async #run<T>(call: string, answer: () => T): Promise<T> {
    await turn();
    this.calls.push(call);
    return answer();
  }
}
