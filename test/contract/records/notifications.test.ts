import assert from "node:assert/strict";
import { mock } from "node:test";
import { PostgresReleaseRecords } from "../../../src/backend/platform/records/postgres/postgresReleaseRecords.ts";
import type { RecordsAddress } from "../../../src/backend/platform/records/postgres/server/recordsAddress.ts";
import { asOwner, describeWithPostgres, recordsServer } from "../../support/postgres/postgresForTests.ts";
import { openedRecords } from "../../support/postgres/openedRecords.ts";
import { TcpProxy } from "../../support/postgres/tcpProxy.ts";
import { until } from "../../support/time/until.ts";
import { pack } from "../../support/records/recordedRelease.ts";

describeWithPostgres("notifications of a PostgreSQL server", (get) => {
  const open = openedRecords();

  // No interval passes unless a test has it pass: what is announced comes from a notification.
  beforeEach(() => mock.timers.enable({ apis: ["setInterval"] }));
  afterEach(() => mock.timers.reset());

  /** Waits until so many connections listen to the database. */
  const untilListening = (address: RecordsAddress, count: number) =>
    until(`${count} listening connections`, async () => {
      const rows = await asOwner(address, (query) =>
        query(
          `SELECT pid FROM pg_stat_activity
            WHERE query LIKE 'LISTEN%' AND state = 'idle' AND datname = current_database()`,
        ),
      );
      return rows.length === count || undefined;
    });

  it("announce at once what others change in the records of the account, and nothing of another account", async () => {
    const address = await get().createDatabase();
    const elsewhere = new PostgresReleaseRecords(recordsServer(address), "other account");
    const [here, others] = [open(address), open(address)];
    const announced = { here: 0, elsewhere: 0 };
    const subscriptions = [
      here.onDidChange(() => void (announced.here += 1)),
      elsewhere.onDidChange(() => void (announced.elsewhere += 1)),
    ];
    try {
      await untilListening(address, 2);
      await until("first states", () => (announced.here > 0 && announced.elsewhere > 0) || undefined);
      assert.deepEqual(announced, { here: 1, elsewhere: 1 });
      for (let changes = 1; changes <= 3; changes += 1) {
        await others.claim([pack], "h1");
        await until("announcement", () => announced.here > changes || undefined);
      }
      assert.deepEqual(announced, { here: 4, elsewhere: 1 });
    } finally {
      for (const subscription of subscriptions) subscription.dispose();
      elsewhere.dispose();
    }
  });

  it("are listened to again at the next interval when the connection for them breaks, at whatever step", async () => {
    const address = await get().createDatabase();
    await open(address).history();
    const proxy = await TcpProxy.start(address.port);
    try {
      const records = open({ ...address, port: proxy.port });
      proxy.cutAfter = proxy.roundTrips;
      const subscription = records.onDidChange(() => undefined);
      await until("cut connections", () => {
        mock.timers.tick(5_000);
        return proxy.cuts > 2 || undefined;
      });
      proxy.cutAfter = undefined;
      await until("listening connection", async () => {
        mock.timers.tick(5_000);
        const rows = await asOwner(address, (query) =>
          query(
            "SELECT pid FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()",
          ),
        );
        return rows.length > 0 || undefined;
      });
      subscription.dispose();
      await untilListening(address, 0);
    } finally {
      proxy.dispose();
    }
  });

  it("fail nothing while the server refuses connections", async () => {
    const records = open({ ...(await get().createDatabase()), port: 1 });
    let announced = 0;
    const subscription = records.onDidChange(() => void (announced += 1));
    await until("announcement of the failure", () => announced > 0 || undefined);
    for (let intervals = 0; intervals < 3; intervals += 1) mock.timers.tick(5_000);
    await assert.rejects(records.history(), /refuses connections/);
    subscription.dispose();
  });
});
