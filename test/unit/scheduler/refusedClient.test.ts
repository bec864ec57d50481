import assert from "node:assert/strict";
import type { LocalBackend } from "../../../src/backend/local/localBackend.ts";
import { IntegrationPacksError, type ErrorCode } from "../../../src/errors/errors.ts";
import { schedulablePacks } from "../../support/fixtures/schedulablePacks.ts";
import type { ChooseFault } from "../../support/scheduler/faultyQueue.ts";
import { SimulatedEditors } from "../../support/scheduler/simulatedEditors.ts";
import {
  eventsOf,
  releasesOf,
  schedule,
  start,
  stateOf,
  timeZone,
  windowEnd,
  windowStart,
} from "../../support/scheduler/schedulerScenario.ts";
import { day, hour, minute } from "../../support/time/durations.ts";

describe("a scheduler whose client the platform refuses", () => {
  let editors: SimulatedEditors;
  let store: LocalBackend;
  let attempts: number;

  beforeEach(async () => {
    editors = new SimulatedEditors(start);
    store = await editors.open(schedulablePacks(12));
    attempts = 0;
  });
  afterEach(() => editors.dispose());

  const refused =
    (code: ErrorCode = "Unauthorized", isRefused = () => true): ChooseFault =>
    (operation) => {
      if (operation !== "release" || !isRefused()) return undefined;
      attempts += 1;
      return { error: new IntegrationPacksError(code, "Refused.") };
    };

  for (const code of ["Unauthorized", "Forbidden"] as const) {
    it(`leaves the release to others who share the records, who release it (${code})`, async () => {
      await schedule(store);
      await editors.start({ shared: {}, chooseFault: refused(code) });
      await editors.advanceTo(windowStart);
      await editors.advance(minute);
      assert.deepEqual(eventsOf(editors), ["refused p-0"]);
      assert.equal(await stateOf(store), "scheduled");
      await editors.start({ shared: {} });
      await editors.advance(minute);
      assert.deepEqual(eventsOf(editors), ["refused p-0", "released p-0"]);
      assert.equal(editors.releases[0]?.release.trigger, "scheduled");
    });
  }

  it("sends nothing else for a while, is notified once, and never marks a release failed", async () => {
    for (let at = 0; at < 12; at += 1) await schedule(store, `p-${at}`);
    await editors.start({ shared: {}, chooseFault: refused() });
    await editors.advanceTo(windowEnd);
    await editors.advance(5 * hour);
    assert.deepEqual(eventsOf(editors), ["refused p-0"]);
    assert.equal(await stateOf(store), "scheduled");
    assert.ok(attempts >= 60 && attempts <= 73, `${attempts} attempts in six hours, one each five minutes`);
  });

  it("goes on by itself once it is no longer refused, and is notified of the next refusal", async () => {
    await schedule(store);
    await store.schedules.schedule({ packId: "p-1", date: "2026-06-21", timeZone });
    let isRefused = true;
    await editors.start({ shared: {}, chooseFault: refused("Forbidden", () => isRefused) });
    await editors.advanceTo("2026-06-19T22:02:00Z");
    isRefused = false;
    await editors.advance(10 * minute);
    assert.deepEqual(releasesOf(editors).length, 1);
    isRefused = true;
    await editors.advance(day);
    assert.deepEqual(eventsOf(editors), ["refused p-0", "released p-0", "refused p-1"]);
  });

  it("releases late by the stored rule once somebody may", async () => {
    await schedule(store);
    await editors.start({ shared: {}, chooseFault: refused() });
    await editors.advanceTo(windowEnd);
    await editors.advance(hour);
    await editors.start({ shared: {} });
    await editors.advance(minute);
    assert.equal(editors.releases[0]?.release.trigger, "late");
  });

  it("reports the refusal each time that its user retries, and leaves the state as it is", async () => {
    await schedule(store);
    const { scheduler } = await editors.start({ shared: {}, chooseFault: refused() });
    await editors.advanceTo(windowStart);
    await editors.advance(minute);
    assert.equal(await scheduler.retry("p-0"), "done");
    assert.deepEqual(eventsOf(editors), ["refused p-0", "refused p-0"]);
    assert.equal(await stateOf(store), "scheduled");
  });

  it("that nobody shares records with marks the release failed", async () => {
    await schedule(store);
    await editors.start({ chooseFault: refused() });
    await editors.advanceTo(windowStart);
    await editors.advance(minute);
    assert.deepEqual(eventsOf(editors), ["failed p-0"]);
    assert.equal(await stateOf(store), "failed");
  });
});
