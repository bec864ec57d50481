import assert from "node:assert/strict";
import { ids, now, store } from "../../../../support/fixtures/store.ts";
import { on } from "../../../../support/platform/standIn/faults.ts";
import { PlatformBackends } from "../../../../support/platform/platformBackends.ts";
import { rejectsWith } from "../../../../support/rejectsWith.ts";

const request = {
  packId: ids.orderToCash,
  date: "2026-06-21",
  timeZone: "UTC",
  versions: { [ids.createOrder]: "1.0", [ids.orderApi]: "9" },
};

describe("a release that somebody scheduled elsewhere", function () {
  this.timeout(30_000);
  let backends: PlatformBackends;
  beforeEach(async () => {
    backends = await PlatformBackends.start(store(), { now: () => now });
    backends.platform.scheduleElsewhere(ids.orderToCash, "2026-06-20", { [ids.createOrder]: "1.0" });
  });
  afterEach(() => backends.dispose());

  const scheduledDates = () =>
    [...backends.platform.state.releaseRequests.values()]
      .filter(({ status, packId }) => status === "SCHEDULED" && packId === ids.orderToCash)
      .map(({ date }) => date);

  it("is not replaced by a second one, and the error says how to change it", async () => {
    const { schedules } = await backends.open();
    await rejectsWith(
      schedules.schedule(request),
      "AlreadyScheduled",
      /is already scheduled in Boomi/,
      /Nothing was changed\. Change that release, or say that it is to be replaced\.$/,
    );
    assert.deepEqual(scheduledDates(), ["2026-06-20"]);
  });

  it("is changed by a request that says so, and is known from then on", async () => {
    const backend = await backends.open();
    const changed = await backend.schedules.schedule({ ...request, replaceScheduled: true });
    assert.equal(changed.date, request.date);
    assert.deepEqual(scheduledDates(), [request.date]);
    assert.equal((await backend.getPack(ids.orderToCash)).scheduled?.date, request.date);
  });

  it("is reported as well where the platform refuses an immediate release because of it", async () => {
    const backend = await backends.open();
    const body = JSON.stringify({ message: "A release of the pack is already scheduled." });
    backends.platform.faults.plan(on("ReleaseIntegrationPack", "create"), {
      kind: "answer",
      status: 400,
      body,
    });
    const { date: _date, timeZone: _zone, ...immediate } = request;
    await rejectsWith(backend.release(immediate), "AlreadyScheduled", /is already scheduled in Boomi/);
    await backend.release({ ...immediate, replaceScheduled: true });
    assert.deepEqual(scheduledDates(), []);
  });
});
