import assert from "node:assert/strict";
import type { QueuedRelease } from "../../../src/backend/scheduleQueue.ts";
import type { PlatformBackend } from "../../../src/backend/platform/platformBackend.ts";
import { schedulablePacks } from "../../support/fixtures/schedulablePacks.ts";
import { on, refuse } from "../../support/platform/standIn/faults.ts";
import { SharedClients } from "../../support/platform/sharedClients.ts";
import { sentReleases } from "../../support/platform/workspace.ts";
import { describeWithPostgres } from "../../support/postgres/postgresForTests.ts";
import { rejectsWith } from "../../support/rejectsWith.ts";

const before = new Date("2026-06-10T12:00:00Z");
const inWindow = new Date("2026-06-12T00:30:00Z");

describeWithPostgres("clients of several people on shared records", (get) => {
  let clients: SharedClients;

  beforeEach(async () => {
    clients = await SharedClients.start(schedulablePacks(2), await get().createDatabase(), before);
  });
  afterEach(() => clients.dispose());

  const schedule = async (client: PlatformBackend): Promise<QueuedRelease> => {
    await client.schedules.schedule({ packId: "p-0", date: "2026-06-12", timeZone: "UTC" });
    await clients.setTime(inWindow);
    const [due] = await client.schedules.queue.listDue(inWindow);
    assert.ok(due);
    return due;
  };

  it("go by the rule that is stored with the release, whatever their own rule", async () => {
    const one = await clients.open({ missedReleases: () => "skip" });
    const two = await clients.open({ missedReleases: () => "release" });
    assert.equal((await schedule(one)).missedReleases, "skip");
    const [due] = await two.schedules.queue.listDue(inWindow);
    assert.deepEqual([due?.missedReleases, two.schedules.queue.isShared], ["skip", true]);
    await clients.setTime(before);
    await two.schedules.schedule({
      packId: "p-0",
      date: "2026-06-12",
      timeZone: "UTC",
      replaceScheduled: true,
    });
    assert.equal((await one.schedules.queue.find("p-0"))?.missedReleases, "release");
  });

  it("leave the release at once to others when the token of one is refused", async () => {
    const [one, two] = [await clients.open(), await clients.open({ token: "withdrawn" })];
    const due = await schedule(one);
    await rejectsWith(two.schedules.queue.release(due, "inWindow"), "Unauthorized");
    assert.equal((await one.schedules.queue.find("p-0"))?.schedule.state, "scheduled");
    assert.equal((await one.schedules.queue.release(due, "inWindow"))?.trigger, "scheduled");
    assert.equal(sentReleases(clients.platform), 1);
  });

  for (const status of [401, 403]) {
    it(`leave it also when the release request itself is refused with ${status}, which proves that nothing was released`, async () => {
      const [one, two] = [await clients.open(), await clients.open()];
      const due = await schedule(one);
      const { faults, state } = clients.platform;
      faults.plan(on("ReleaseIntegrationPack", "create"), refuse(status, "Not you."));
      await rejectsWith(
        one.schedules.queue.release(due, "inWindow"),
        status === 401 ? "Unauthorized" : "Forbidden",
        /was not released/,
      );
      assert.equal((await two.getPack("p-0")).unsettled, undefined);
      assert.equal((await two.schedules.queue.release(due, "inWindow"))?.trigger, "scheduled");
      assert.equal(state.releaseRequests.size, 1);
      assert.equal((await one.history("p-0")).length, 1);
    });
  }

  it("follow a release that the platform accepted from one who may no longer ask", async () => {
    const [one, two] = [await clients.open(), await clients.open()];
    const due = await schedule(one);
    clients.platform.conditions.looksUntilDone = 3;
    clients.platform.faults.plan(on("ReleaseIntegrationPackStatus"), refuse(401, "Withdrawn."));
    await rejectsWith(one.schedules.queue.release(due, "inWindow"), "OutcomeUnknown", /accepted/);
    assert.ok(await two.schedules.queue.release(due, "inWindow"));
    assert.equal(sentReleases(clients.platform), 1);
    assert.equal((await one.history("p-0")).length, 1);
  });
});
