import assert from "node:assert/strict";
import fc from "fast-check";
import type { LocalBackend } from "../../../src/backend/local/localBackend.ts";
import { localDate, nextDate } from "../../../src/model/schedule/releaseWindow.ts";
import { schedulablePacks } from "../../support/fixtures/schedulablePacks.ts";
import { SimulatedEditors, type Fate } from "../../support/scheduler/simulatedEditors.ts";

const minute = 60_000;
const hour = 60 * minute;
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
  | { readonly kind: "doom"; readonly operation: number; readonly fate: Fate };

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
        kind: fc.constant("doom" as const),
        operation: fc.nat({ max: 6 }),
        fate: fc.constantFrom("diesBefore" as const, "diesAfter" as const),
      }),
    },
  ),
  { minLength: 5, maxLength: 25 },
);

/** A scheduled release that the user confirmed and that is still to be made. */
interface Promised {
  readonly scheduledAt: string;
  readonly windowStart: string;
  readonly windowEnd: string;
  readonly version: string;
}

/** Plays the steps, and holds every release that was made to what was promised. */
class Play {
  readonly #world = new SimulatedEditors(start);
  readonly #promised = new Map<string, Promised>();
  readonly #releases = new Map<string, number>();
  #checked = 0;
  /** Which operation from now on is the last one of its program. */
  #doom: { operation: number; readonly fate: Fate } | undefined;

  async run(sequence: readonly Step[]): Promise<void> {
    try {
      const store = await this.#world.open(schedulablePacks(packCount));
      for (const step of sequence) {
        await this.#take(step, store);
        this.#checkMade();
      }
      await this.#checkEnd(store);
    } finally {
      this.#world.dispose();
    }
  }

  async #take(step: Step, store: LocalBackend): Promise<void> {
    const world = this.#world;
    switch (step.kind) {
      case "schedule":
        await this.#schedule(step, store);
        return;
      case "cancel":
      case "releaseNow": {
        const packId = `p-${step.pack}`;
        if (!this.#promised.delete(packId)) return;
        if (step.kind === "cancel") await store.schedules.cancel(packId);
        else await this.#releaseNow(packId, store);
        world.announceChange();
        return;
      }
      case "advance":
        await world.advance(step.duration);
        return;
      case "setClock":
        world.clock.set(new Date(world.clock.clock().getTime() + step.duration));
        return;
      case "startEditor":
        if (world.running < 3) await world.start({ fates: () => this.#fate() });
        return;
      case "closeEditor":
        world.closeOne();
        return;
      case "doom":
        this.#doom = { operation: step.operation, fate: step.fate };
    }
  }

  async #schedule(step: Step & { kind: "schedule" }, store: LocalBackend): Promise<void> {
    const packId = `p-${step.pack}`;
    let date = localDate(this.#world.clock.clock(), step.timeZone);
    for (let days = 0; days < step.daysAhead; days += 1) date = nextDate(date);
    const [component] = (await store.getPack(packId)).components;
    const version = String((Number(component?.currentVersion) % 3) + 1);
    const versions = { [`c-${step.pack}`]: version };
    const request = { packId, date, timeZone: step.timeZone, versions, replaceScheduled: true };
    const { scheduledAt, windowStart, windowEnd } = await store.schedules.schedule(request);
    this.#promised.set(packId, { scheduledAt, windowStart, windowEnd, version });
    this.#world.announceChange();
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

  #fate(): Fate {
    if (!this.#doom) return undefined;
    const { fate } = this.#doom;
    if (this.#doom.operation-- > 0) return undefined;
    this.#doom = undefined;
    return fate;
  }

  #checkMade(): void {
    for (const { queued, release, at } of this.#world.made.slice(this.#checked)) {
      const { packId, schedule } = queued;
      const promised = this.#promised.get(packId);
      assert.ok(promised, `${packId} was released, but nothing was promised any more`);
      assert.equal(schedule.scheduledAt, promised.scheduledAt);
      assert.ok(at >= new Date(promised.windowStart), "released before its window");
      assert.equal(release.trigger, at < new Date(promised.windowEnd) ? "scheduled" : "late");
      assert.deepEqual(Object.values(release.versions), [promised.version]);
      this.#promised.delete(packId);
      this.#count(packId);
      this.#checked += 1;
    }
  }

  /** An editor that is left alone long after every date must have made all that is left. */
  async #checkEnd(store: LocalBackend): Promise<void> {
    this.#doom = undefined;
    this.#world.clock.set(new Date(start.getTime() + 1000 * hour));
    await this.#world.start();
    await this.#world.advance(10 * minute);
    this.#checkMade();
    assert.deepEqual([...this.#promised.keys()], [], "a promised release was lost");
    for (let at = 0; at < packCount; at += 1) {
      const packId = `p-${at}`;
      assert.equal((await store.history(packId)).length, 1 + (this.#releases.get(packId) ?? 0));
      assert.equal((await store.getPack(packId)).scheduled, undefined);
    }
    assert.deepEqual(
      this.#world.events.filter(({ kind }) => kind !== "released"),
      [],
    );
  }

  #count(packId: string): void {
    this.#releases.set(packId, (this.#releases.get(packId) ?? 0) + 1);
  }
}

describe("the scheduler, whatever happens", () => {
  it("makes no release twice, none before its window and none that was changed or cancelled, and loses none", async function () {
    this.timeout(120_000);
    await fc.assert(
      fc.asyncProperty(steps, (sequence) => new Play().run(sequence)),
      { numRuns: 60 },
    );
  });
});
