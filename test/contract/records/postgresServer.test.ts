import assert from "node:assert/strict";
import { claimSpan } from "../../../src/backend/platform/records/claimSpans.ts";
import { describeError } from "../../../src/base/describeError.ts";
import { schedulablePacks } from "../../support/fixtures/schedulablePacks.ts";
import { PlatformBackends } from "../../support/platform/platformBackends.ts";
import { openedRecords } from "../../support/postgres/openedRecords.ts";
import { installClock, setClock } from "../../support/postgres/shiftedClock.ts";
import { TcpProxy } from "../../support/postgres/tcpProxy.ts";
import { rejectsWith } from "../../support/rejectsWith.ts";
import { until } from "../../support/time/until.ts";
import { asOwner, describeWithPostgres, ownerPassword } from "../../support/postgres/postgresForTests.ts";
import { attempt, pack, sending } from "../../support/records/recordedRelease.ts";

describeWithPostgres("records on a PostgreSQL server", (get) => {
  const open = openedRecords();

  describe("that cannot be used", () => {
    it("is missing: the reason is said, and no secret", async () => {
      const address = { ...(await get().createDatabase()), port: 1 };
      const claiming = open(address).claim([pack], "h1");
      await rejectsWith(
        claiming,
        "StoreUnavailable",
        /owner@127\.0\.0\.1:1\/records_\w+ cannot be used: the server refuses connections/,
      );
      const failure: unknown = await claiming.catch((error: unknown) => error);
      assert.ok(!describeError(failure).includes(ownerPassword));
    });

    it("rejects the password, or has no password to check", async () => {
      const address = await get().createDatabase();
      const wrong = { password: () => Promise.resolve("wrong") };
      await rejectsWith(open(address, wrong).history(), "StoreUnavailable", /wrong or expired/);
      await asOwner(address, (query) =>
        query("CREATE ROLE expired LOGIN PASSWORD 'expired' VALID UNTIL '2020-01-01'"),
      );
      const expired = { password: () => Promise.resolve("expired") };
      await rejectsWith(
        open({ ...address, user: "expired" }, expired).history(),
        "StoreUnavailable",
        /wrong or expired/,
      );
      const none = { password: () => Promise.resolve(undefined) };
      await rejectsWith(open(address, none).history(), "StoreUnavailable", /need a password/);
    });

    it("has no such database", async () => {
      const address = { ...(await get().createDatabase()), database: "nowhere" };
      await rejectsWith(open(address).history(), "StoreUnavailable", /no such database/);
    });

    it("has no free connection", async () => {
      const address = await get().createDatabase();
      await open(address).history();
      const limited = { ...address, user: "limited" };
      await asOwner(address, (query) =>
        query("CREATE ROLE limited LOGIN PASSWORD 'limited' CONNECTION LIMIT 0"),
      );
      const password = () => Promise.resolve("limited");
      await rejectsWith(open(limited, { password }).history(), "StoreUnavailable", /no free connection/);
    });

    it("does not answer: what was asked is not taken for done", async () => {
      const address = await get().createDatabase();
      const proxy = await TcpProxy.start(address.port);
      try {
        const records = open({ ...address, port: proxy.port }, { timeout: 300, patience: 500 });
        await records.history();
        proxy.isStalled = true;
        await rejectsWith(records.claim([pack], "h1"), "StoreUnavailable", /does not answer/);
      } finally {
        proxy.dispose();
      }
    });
  });

  describe("that is slow", () => {
    it("is given up after a while, and what it did by then is found when it is quick again", async () => {
      const address = await get().createDatabase();
      const proxy = await TcpProxy.start(address.port);
      try {
        const records = open({ ...address, port: proxy.port }, { timeout: 400 });
        await records.claim([pack], "h1");
        // As 30 seconds are to the ten that an answer may take.
        proxy.delay = 1_200;
        await rejectsWith(records.recordSending(attempt, sending), "StoreUnavailable", /does not answer/);
        proxy.delay = 0;
        const found = await until("recorded attempt", async () => {
          const list = await records.listOpenAttempts().catch(() => undefined);
          return list?.length === 1 ? list : undefined;
        });
        assert.equal(found[0]?.state, "sending");
      } finally {
        proxy.dispose();
      }
    });

    it("lets nobody send who got the answer after another one had taken the claim over", async () => {
      const address = await get().createDatabase();
      await installClock(address);
      const proxy = await TcpProxy.start(address.port);
      try {
        const slow = open({ ...address, port: proxy.port }, { timeout: 30_000 });
        await slow.claim([pack], "h1");
        proxy.delay = 5_500;
        const recording = slow.recordSending(attempt, sending);
        const other = open(address);
        await until("attempt", async () => (await other.listOpenAttempts()).length > 0 || undefined);
        proxy.delay = 0;
        await setClock(address, new Date(Date.now() + 2 * claimSpan));
        await other.claim([pack], "h2");
        await rejectsWith(recording, "Conflict", /took too long/);
        assert.equal((await other.listOpenAttempts())[0]?.state, "unknown");
      } finally {
        proxy.dispose();
      }
    });
  });

  describe("announces changes by others", () => {
    it("at once by a notification, and by itself when that is lost", async () => {
      const address = await get().createDatabase();
      const [one, two] = [open(address), open(address)];
      let announced = 0;
      const subscription = two.onDidChange(() => void (announced += 1));
      await until("listener", async () => {
        const rows = await asOwner(address, (query) =>
          query(
            "SELECT 1 AS listening FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()",
          ),
        );
        return rows.length > 0 || undefined;
      });
      await until("announcement of the first state", () => announced > 0 || undefined);
      await one.claim([pack], "h1");
      await until("announcement", () => announced > 1 || undefined);
      await asOwner(address, (query) =>
        query(
          "SELECT pg_terminate_backend(pid)::text AS cut FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()",
        ),
      );
      const before = announced;
      await one.endClaims("h1");
      await until("announcement without a notification", () => announced > before || undefined);
      subscription.dispose();
    });
  });

  it("are asked nothing until they are used, and for changes only while somebody listens", async () => {
    const address = await get().createDatabase();
    const proxy = await TcpProxy.start(address.port);
    const backends = await PlatformBackends.start(schedulablePacks(1));
    try {
      const password = () => Promise.resolve(ownerPassword);
      const { onDidChange } = await backends.open({
        records: { address: { ...address, port: proxy.port }, password },
      });
      assert.equal(proxy.connections, 0);
      let announced = 0;
      const listen = () => onDidChange(() => void (announced += 1));
      const subscriptions = [listen(), listen()];
      await until("connection", () => proxy.connections > 1 || undefined);
      await until("announcement of the first state", () => announced > 1 || undefined);
      for (const subscription of subscriptions) subscription.dispose();
      const isListening = async () => {
        const rows = await asOwner(address, (query) =>
          query(
            "SELECT 1 AS listening FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()",
          ),
        );
        return rows.length > 0;
      };
      await until("end of the listening connection", async () => !(await isListening()) || undefined);
    } finally {
      await backends.dispose();
      proxy.dispose();
    }
  });
});
