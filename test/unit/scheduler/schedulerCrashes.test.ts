import assert from "node:assert/strict";
import type { LocalBackend } from "../../../src/backend/local/localBackend.ts";
import { schedulablePacks } from "../../support/fixtures/schedulablePacks.ts";
import { SimulatedEditors } from "../../support/scheduler/simulatedEditors.ts";
import {
  date,
  deleteVersion,
  eventsOf,
  releasesOf,
  schedule,
  start,
  timeZone,
  windowEnd,
} from "../../support/scheduler/schedulerScenario.ts";
import { minute } from "../../support/time/durations.ts";

describe("the scheduler, in programs that die and in several programs at once", () => {
  let editors: SimulatedEditors;
  let store: LocalBackend;

  beforeEach(async () => {
    editors = new SimulatedEditors(start);
    store = await editors.open(schedulablePacks(3));
  });
  afterEach(() => editors.dispose());

  for (const death of ["diesBefore", "diesAfter"] as const) {
    it(`releases once when its program dies ${death === "diesBefore" ? "before" : "after"} any operation`, async function () {
      this.timeout(30_000);
      let operation = 0;
      for (let isDone = false; !isDone; operation += 1) {
        const crashing = new SimulatedEditors(start);
        try {
          const content = await crashing.open(schedulablePacks(1));
          await content.schedules.schedule({ packId: "p-0", date, timeZone });
          let count = 0;
          const lastOperation = operation;
          crashing.clock.set(new Date("2026-06-19T21:59:00Z"));
          await crashing.start({ chooseFault: () => (count++ === lastOperation ? death : undefined) });
          await crashing.advance(5 * minute);
          isDone = crashing.runningCount === 1;
          await crashing.start();
          await crashing.advance(5 * minute);
          assert.equal(crashing.releases.length, 1, `died at operation ${lastOperation}`);
          assert.equal((await content.history("p-0")).length, 2);
        } finally {
          crashing.dispose();
        }
      }
      assert.ok(operation > 4, `only ${operation} operations`);
    });
  }

  it("releases once when two editors use one store file", async () => {
    await Promise.all(["p-0", "p-1", "p-2"].map((packId) => schedule(store, packId)));
    await editors.start();
    await editors.start();
    await editors.advanceTo(windowEnd);
    assert.deepEqual(
      releasesOf(editors)
        .map(([packId]) => packId)
        .sort(),
      ["p-0", "p-1", "p-2"],
    );
    assert.equal(editors.events.length, 3);
  });

  it("reports a failure once when two editors use one store file", async () => {
    await schedule(store);
    deleteVersion(editors.file, "k-0-2");
    await editors.start();
    await editors.start();
    await editors.advanceTo(windowEnd);
    assert.deepEqual(eventsOf(editors), ["failed p-0"]);
  });
});
