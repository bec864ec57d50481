import assert from "node:assert/strict";
import fc from "fast-check";
import type { LocalBackend } from "../../../src/backend/local/localBackend.ts";
import { localDate, nextDate } from "../../../src/model/schedule/releaseWindow.ts";
import { schedulablePacks } from "../../support/fixtures/schedulablePacks.ts";
import type { QueueFault } from "../../support/scheduler/faultyQueue.ts";
import { SimulatedEditors } from "../../support/scheduler/simulatedEditors.ts";
import { hour, minute } from "../../support/time/durations.ts";

const packCount = 3;
const start = new Date("2026-10-23T12:00:00Z");

type Step =
  | {
      readonly kind: "schedule";
      readonly pack: number;
      readonly daysAhead: number;
      readonly timeZone: string;
    }
  | { readonly kind: "cancel" | "releaseNow"; readonly pack: number }
  | { readonly kind: "advance" | "setClock"; readonly duration: number }
  | { readonly kind: "startEditor" | "closeEditor" }
  | { readonly kind: "crash"; readonly operation: number; readonly fault: QueueFault };

const pack = fc.nat({ max: packCount - 1 });
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant("schedule" as const),
        pack,
        daysAhead: fc.integer({ min: 1, max: 3 }),
        timeZone: fc.constantFrom("UTC", "Europe/Berlin", "America/Havana", "Pacific/Kiritimati"),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constantFrom("cancel" as const, "releaseNow" as const), pack }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant("advance" as const),
        duration: fc.integer({ min: 1, max: 90 * minute }),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant("setClock" as const),
        duration: fc.integer({ min: -20 * hour, max: 60 * hour }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constantFrom("startEditor" as const, "closeEditor" as const) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant("crash" as const),
        operation: fc.nat({ max: 6 }),
        fault: fc.constantFrom("diesBefore" as const, "diesAfter" as const),
      }),
    },
  ),
  { minLength: 5, maxLength: 25 },
);

/** A scheduled release that the scheduler must run. */
interface ExpectedRelease {
  readonly scheduledAt: string;
  readonly windowStart: string;
  readonly windowEnd: string;
  readonly version: string;
}

/** Runs a sequence of steps and compares every release with the scheduled releases. */
class Simulation {
  readonly #editors = new SimulatedEditors(start);
  /** By pack id. */
  readonly #expected = new Map<string, ExpectedRelease>();
  /** How often each pack was released. */
  readonly #releaseCounts = new Map<string, number>();
  #checkedCount = 0;
  /** The next crash of an editor, after `operation` more operations. */
  #crash: { operation: number; readonly fault: QueueFault } | undefined;

  async run(sequence: readonly Step[]): Promise<void> {
    try {
      const store = await this.#editors.open(schedulablePacks(packCount));
      for (const step of sequence) {
        await this.#run(step, store);
        this.#checkReleases();
      }
      await this.#checkEnd(store);
    } finally {
      this.#editors.dispose();
    }
  }

  async #run(step: Step, store: LocalBackend): Promise<void> {
    const editors = this.#editors;
    switch (step.kind) {
      case "schedule":
        await this.#schedule(step, store);
        return;
      case "cancel":
      case "releaseNow": {
        const packId = `p-${step.pack}`;
        if (!this.#expected.delete(packId)) return;
        if (step.kind === "cancel") await store.schedules.cancel(packId);
        else await this.#releaseNow(packId, store);
        editors.announceChange();
        return;
      }
      case "advance":
        await editors.advance(step.duration);
        return;
      case "setClock":
        editors.clock.set(new Date(editors.clock.clock().getTime() + step.duration));
        return;
      case "startEditor":
        if (editors.runningCount < 3) await editors.start({ chooseFault: () => this.#chooseFault() });
        return;
      case "closeEditor":
        editors.closeOldest();
        return;
      case "crash":
        this.#crash = { operation: step.operation, fault: step.fault };
    }
  }

  async #schedule(step: Step & { kind: "schedule" }, store: LocalBackend): Promise<void> {
    const packId = `p-${step.pack}`;
    let date = localDate(this.#editors.clock.clock(), step.timeZone);
    for (let days = 0; days < step.daysAhead; days += 1) date = nextDate(date);
    const [component] = (await store.getPack(packId)).components;
    const version = String((Number(component?.currentVersion) % 3) + 1);
    const versions = { [`c-${step.pack}`]: version };
    const request = { packId, date, timeZone: step.timeZone, versions, replaceScheduled: true };
    const { scheduledAt, windowStart, windowEnd } = await store.schedules.schedule(request);
    this.#expected.set(packId, { scheduledAt, windowStart, windowEnd, version });
    this.#editors.announceChange();
  }

  async #releaseNow(packId: string, store: LocalBackend): Promise<void> {
    const { scheduled } = await store.getPack(packId);
    await store.release({
      packId,
      replaceScheduled: true,
      ...(scheduled && { versions: scheduled.versions }),
    });
    this.#count(packId);
  }

  #chooseFault(): QueueFault | undefined {
    if (!this.#crash) return undefined;
    const { fault } = this.#crash;
    if (this.#crash.operation-- > 0) return undefined;
    this.#crash = undefined;
    return fault;
  }

  #checkReleases(): void {
    for (const { queued, release, at } of this.#editors.releases.slice(this.#checkedCount)) {
      const { packId, schedule } = queued;
      const expected = this.#expected.get(packId);
      assert.ok(expected, `${packId} was released without a scheduled release`);
      assert.equal(schedule.scheduledAt, expected.scheduledAt);
      assert.ok(at >= new Date(expected.windowStart), "released before its window");
      assert.equal(release.trigger, at < new Date(expected.windowEnd) ? "scheduled" : "late");
      assert.deepEqual(Object.values(release.versions), [expected.version]);
      this.#expected.delete(packId);
      this.#count(packId);
      this.#checkedCount += 1;
    }
  }

  /** An editor that runs long after every date must release everything that is left. */
  async #checkEnd(store: LocalBackend): Promise<void> {
    this.#crash = undefined;
    this.#editors.clock.set(new Date(start.getTime() + 1000 * hour));
    await this.#editors.start();
    await this.#editors.advance(10 * minute);
    this.#checkReleases();
    assert.deepEqual([...this.#expected.keys()], [], "a scheduled release was lost");
    for (let at = 0; at < packCount; at += 1) {
      const packId = `p-${at}`;
      assert.equal((await store.history(packId)).length, 1 + (this.#releaseCounts.get(packId) ?? 0));
      assert.equal((await store.getPack(packId)).scheduled, undefined);
    }
    assert.deepEqual(
      this.#editors.events.filter(({ kind }) => kind !== "released"),
      [],
    );
  }

  #count(packId: string): void {
    this.#releaseCounts.set(packId, (this.#releaseCounts.get(packId) ?? 0) + 1);
  }
}

describe("the scheduler, in any sequence of events", () => {
  it("runs every scheduled release exactly once, never before its window, and never after it was changed or cancelled", async function () {
    this.timeout(120_000);
    await fc.assert(
      fc.asyncProperty(steps, (sequence) => new Simulation().run(sequence)),
      { numRuns: 60 },
    );
  });
});
