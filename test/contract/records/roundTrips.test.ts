import assert from "node:assert/strict";
import type { PostgresReleaseRecords } from "../../../src/backend/platform/records/postgres/postgresReleaseRecords.ts";
import { toScheduleRecord } from "../../../src/backend/platform/records/scheduleRecord.ts";
import { openedRecords } from "../../support/postgres/openedRecords.ts";
import { describeWithPostgres } from "../../support/postgres/postgresForTests.ts";
import { TcpProxy } from "../../support/postgres/tcpProxy.ts";
import { attempt, pack, schedule, sending } from "../../support/records/recordedRelease.ts";

describeWithPostgres("records on a PostgreSQL server take few round trips:", (get) => {
  const open = openedRecords();
  let proxy: TcpProxy;
  let records: PostgresReleaseRecords;

  beforeEach(async () => {
    const address = await get().createDatabase();
    proxy = await TcpProxy.start(address.port);
    records = open({ ...address, port: proxy.port });
    await records.history();
  });
  afterEach(() => proxy.dispose());

  const roundTrips = async (work: () => Promise<unknown>): Promise<number> => {
    const before = proxy.roundTrips;
    await work();
    return proxy.roundTrips - before;
  };

  it("two for a claim, and one for each step of the release that follows", async () => {
    assert.equal(await roundTrips(() => records.claim([pack], "h1")), 2);
    let attemptId = "";
    const send = async () => ({ attemptId } = await records.recordSending(attempt, sending));
    assert.equal(await roundTrips(send), 1);
    assert.equal(await roundTrips(() => records.recordAccepted(attemptId, "request-1")), 1);
    assert.equal(await roundTrips(() => records.recordReleased(attemptId, new Date(), false)), 1);
    assert.equal(await roundTrips(() => records.endClaims("h1")), 1);
  });

  it("one for each other outcome, and for a schedule under the claim", async () => {
    const scheduled = toScheduleRecord(schedule, "").scheduled;
    for (const [differences, record] of [
      [{}, (id: string) => records.recordNotMade(id)],
      [{}, (id: string) => records.recordUnknown(id)],
      [{ scheduled }, (id: string) => records.recordScheduled(id, "request-1")],
    ] as const) {
      const holder = crypto.randomUUID();
      await records.claim([pack], holder);
      const acknowledged = (await records.listOpenAttempts()).map(({ attemptId }) => attemptId);
      const { attemptId } = await records.recordSending(
        { ...attempt, ...differences },
        { holder, acknowledged },
      );
      assert.equal(await roundTrips(() => record(attemptId)), 1);
    }
  });

  it("one for what changes nothing", async () => {
    for (const work of [
      () => records.takeOutcomes(),
      () => records.changeSchedule("none", { state: "missed" }),
      () => records.removePack("p"),
      () => records.isUnderWay("p"),
      () => records.listSchedules(),
    ]) {
      assert.equal(await roundTrips(work), 1);
    }
  });

  it("and one connection for operations that follow each other", async () => {
    const { connections } = proxy;
    for (let operations = 0; operations < 3; operations += 1) await records.claim([pack], "h1");
    await assert.rejects(records.recordAccepted("none", "request-1"));
    await records.endClaims("h1");
    assert.equal(proxy.connections, connections);
  });
});
