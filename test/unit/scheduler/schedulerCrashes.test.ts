import assert from "node:assert/strict";
import type { LocalBackend } from "../../../src/backend/local/localBackend.ts";
import { schedulablePacks } from "../../support/fixtures/schedulablePacks.ts";
import { SimulatedEditors } from "../../support/scheduler/simulatedEditors.ts";
import {
  date,
  deleteVersion,
  madeBy,
  minute,
  schedule,
  start,
  timeZone,
  toldBy,
  windowEnd,
} from "../../support/scheduler/simulatedSchedules.ts";

describe("the scheduler in programs that die, and in many at once", () => {
  let editors: SimulatedEditors;
  let store: LocalBackend;

  beforeEach(async () => {
    editors = new SimulatedEditors(start);
    store = await editors.open(schedulablePacks(3));
  });
  afterEach(() => editors.dispose());

  for (const death of ["diesBefore", "diesAfter"] as const) {
    it(`releases once when its program ${death === "diesBefore" ? "dies before" : "dies after"} any operation`, async function () {
      this.timeout(30_000);
      let operation = 0;
      for (let isDone = false; !isDone; operation += 1) {
        const world = new SimulatedEditors(start);
        try {
          const content = await world.open(schedulablePacks(1));
          await content.schedules.schedule({ packId: "p-0", date, timeZone });
          let count = 0;
          const dyingAt = operation;
          world.clock.set(new Date("2026-06-19T21:59:00Z"));
          await world.start({ fates: () => (count++ === dyingAt ? death : undefined) });
          await world.advance(5 * minute);
          isDone = world.running === 1;
          await world.start();
          await world.advance(5 * minute);
          assert.equal(world.made.length, 1, `died at operation ${dyingAt}`);
          assert.equal((await content.history("p-0")).length, 2);
        } finally {
          world.dispose();
        }
      }
      assert.ok(operation > 4, `only ${operation} operations`);
    });
  }

  it("two editors on one store file release once", async () => {
    await Promise.all(["p-0", "p-1", "p-2"].map((packId) => schedule(store, packId)));
    await editors.start();
    await editors.start();
    await editors.advanceTo(windowEnd);
    assert.deepEqual(
      madeBy(editors)
        .map(([packId]) => packId)
        .sort(),
      ["p-0", "p-1", "p-2"],
    );
    assert.equal(editors.events.length, 3);
  });

  it("two editors tell one failure once", async () => {
    await schedule(store);
    deleteVersion(editors.file, "k-0-2");
    await editors.start();
    await editors.start();
    await editors.advanceTo(windowEnd);
    assert.deepEqual(toldBy(editors), ["failed p-0"]);
  });
});
