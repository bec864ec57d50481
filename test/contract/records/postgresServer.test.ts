import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PostgresReleaseRecords } from "../../../src/backend/platform/records/postgres/postgresReleaseRecords.ts";
import { migrateRecords } from "../../../src/backend/platform/records/postgres/server/migrateRecords.ts";
import type { RecordsAddress } from "../../../src/backend/platform/records/postgres/server/recordsAddress.ts";
import { schemaSteps } from "../../../src/backend/platform/records/postgres/server/recordsSchema.ts";
import {
  RecordsServer,
  type RecordsServerOptions,
} from "../../../src/backend/platform/records/postgres/server/recordsServer.ts";
import type { NewScheduleRecord } from "../../../src/backend/platform/records/scheduleRecord.ts";
import { describeError } from "../../../src/base/describeError.ts";
import { integer } from "../../../src/backend/sqlite/rows.ts";
import { schedulablePacks } from "../../support/fixtures/schedulablePacks.ts";
import { PlatformBackends } from "../../support/platform/platformBackends.ts";
import { asOwner, describeWithPostgres, ownerPassword } from "../../support/postgres/postgresForTests.ts";
import { TcpProxy } from "../../support/postgres/tcpProxy.ts";
import { rejectsWith } from "../../support/rejectsWith.ts";
import { selfSignedCertificate } from "../../support/selfSignedCertificate.ts";
import { until } from "../../support/time/until.ts";

const pack = { packId: "p", name: "Orders" };
const attempt = {
  packId: "p",
  packName: "Orders",
  trigger: "immediate",
  sentAt: "2026-06-10T12:00:00.000Z",
  sentBy: "dev@example.com",
  versions: { a: "1.1" },
  removed: [],
  scheduleId: "",
} as const;
const schedule: NewScheduleRecord = {
  packId: "p",
  packName: "Orders",
  keeper: "workspace",
  requestId: "",
  missedReleases: "skip",
  scheduled: {
    date: "2026-06-12",
    timeZone: "UTC",
    versions: { a: "1.1" },
    state: "scheduled",
    scheduledBy: "dev@example.com",
    scheduledAt: "2026-06-10T12:00:00.000Z",
  },
};
const sending = { holder: "h1", acknowledged: [] };
const { key, cert } = selfSignedCertificate();

describeWithPostgres(
  "records on a PostgreSQL server",
  (get) => {
    const opened: PostgresReleaseRecords[] = [];
    afterEach(() => {
      for (const records of opened.splice(0)) records.dispose();
    });

    const open = (address: RecordsAddress, options: Partial<RecordsServerOptions> = {}) => {
      const password = () => Promise.resolve(ownerPassword);
      const server = new RecordsServer({ address, password, patience: 0, ...options });
      const records = new PostgresReleaseRecords(server, "account");
      opened.push(records);
      return records;
    };
    const openNew = async (options: Partial<RecordsServerOptions> = {}) =>
      open(await get().createDatabase(), options);

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

    describe("whose connection breaks", () => {
      it("records each operation once, wherever its connection is cut", async () => {
        const address = await get().createDatabase();
        const proxy = await TcpProxy.start(address.port);
        try {
          const records = open({ ...address, port: proxy.port }, { timeout: 300, patience: 20_000 });
          await records.claim([pack], "h1");
          // The answers of a while are lost, and what was asked is carried out.
          proxy.isStalled = true;
          setTimeout(() => {
            proxy.cut();
            proxy.isStalled = false;
          }, 200);
          const { attemptId } = await records.recordSending(attempt, sending);
          const others = open(address);
          assert.deepEqual(
            (await others.listOpenAttempts()).map((each) => each.attemptId),
            [attemptId],
          );
          proxy.isStalled = true;
          setTimeout(() => {
            proxy.cut();
            proxy.isStalled = false;
          }, 200);
          const { isNew } = await records.recordReleased(attemptId, new Date(), false);
          assert.equal(isNew, true);
          assert.equal((await others.history()).length, 1);
        } finally {
          proxy.dispose();
        }
      });

      it("goes on after the server was killed and started again", async () => {
        const { server } = get();
        const records = await openNew({ patience: 20_000 });
        await records.claim([pack], "h1");
        await server.stop("kill");
        const sent = records.recordSending(attempt, sending);
        await server.resume();
        assert.equal((await sent).state, "sending");
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

    describe("of another format", () => {
      const withFormat = async (version: number, writableFrom: number) => {
        const address = await get().createDatabase();
        await open(address).history();
        await asOwner(address, (query) =>
          query("UPDATE integration_packs.format SET version = $1, writable_from = $2", [
            version,
            writableFrom,
          ]),
        );
        return open(address);
      };

      it("is read and written when the newer format only adds", async () => {
        const records = await withFormat(schemaSteps.length + 1, schemaSteps.length);
        await records.claim([pack], "h1");
        await records.recordSending(attempt, sending);
      });

      it("is read and written when it is the first one, which lacks the rule for missed releases", async () => {
        const address = await get().createDatabase();
        await asOwner(address, (query) => migrateRecords(query, schemaSteps.slice(0, 1)));
        const put = async (records: PostgresReleaseRecords, earlierId: string) => {
          await records.claim([pack], "h1");
          const { scheduleId } = await records.putSchedule(schedule, earlierId, "h1");
          await records.endClaims("h1");
          return scheduleId;
        };
        const early = open(address);
        const first = await put(early, "");
        const stored = await early.findSchedule("p");
        assert.deepEqual([stored?.scheduleId, stored?.missedReleases], [first, undefined]);
        await asOwner(address, (query) => migrateRecords(query));
        const second = await put(early, first);
        assert.equal((await open(address).findSchedule("p"))?.missedReleases, undefined);
        await put(open(address), second);
        assert.equal((await early.findSchedule("p"))?.missedReleases, "skip");
      });

      it("is only read when the newer format changes more, and says so", async () => {
        const records = await withFormat(schemaSteps.length + 1, schemaSteps.length + 1);
        assert.deepEqual(await records.history(), []);
        await rejectsWith(records.claim([pack], "h1"), "StoreUnavailable", /newer format.* only read/);
      });

      it("is refused when it is half there", async () => {
        const address = await get().createDatabase();
        await open(address).history();
        await asOwner(address, (query) => query("DROP TABLE integration_packs.attempt"));
        await rejectsWith(open(address).history(), "StoreUnavailable", /incomplete.*records migrate/);
      });

      it("is upgraded once by two migrations at the same time", async () => {
        const address = await get().createDatabase();
        await open(address).history();
        const steps = [
          ...schemaSteps,
          { sql: "CREATE TABLE integration_packs.added (made integer)", writableFrom: 1 },
        ];
        const made = await Promise.all(
          [1, 2, 3].map(() => asOwner(address, (query) => migrateRecords(query, steps))),
        );
        const [present, next] = [schemaSteps.length, steps.length];
        assert.deepEqual(made.map(({ before, after }) => `${before}-${after}`).sort(), [
          `${present}-${next}`,
          `${next}-${next}`,
          `${next}-${next}`,
        ]);
      });

      it("is set up once by programs that open an empty database at the same time", async () => {
        const address = await get().createDatabase();
        await Promise.all([1, 2, 3, 4].map(() => open(address, { patience: 5_000 }).claim([pack], "h1")));
        const [row = {}] = await asOwner(address, (query) =>
          query("SELECT count(*)::integer AS formats FROM integration_packs.format"),
        );
        assert.equal(integer(row, "formats"), 1);
      });
    });

    describe("for a role that does not own it", () => {
      const worker = { password: () => Promise.resolve("worker's") };
      const grants = `
        GRANT USAGE ON SCHEMA integration_packs TO worker;
        GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA integration_packs TO worker;
        REVOKE INSERT, UPDATE, DELETE ON integration_packs.format FROM worker`;
      before(async () => {
        await asOwner(await get().createDatabase(), (query) =>
          query("CREATE ROLE worker LOGIN PASSWORD 'worker''s'"),
        );
      });

      it("does everything with the rights of the documentation", async () => {
        const address = await get().createDatabase();
        await open(address).history();
        await asOwner(address, (query) => query(grants));
        const records = open({ ...address, user: "worker" }, worker);
        await records.claim([pack], "h1");
        const { attemptId } = await records.recordSending(attempt, sending);
        await records.recordReleased(attemptId, new Date(), false);
        assert.equal((await records.history()).length, 1);
      });

      it("does not set up an empty database, and names the role that lacks a right", async () => {
        const address = await get().createDatabase();
        const records = () => open({ ...address, user: "worker" }, worker);
        await rejectsWith(records().history(), "StoreUnavailable", /"worker" may not set it up/);
        await open(address).history();
        await asOwner(address, (query) => query(grants));
        await asOwner(address, (query) => query("REVOKE UPDATE ON integration_packs.pack FROM worker"));
        await rejectsWith(records().claim([pack], "h1"), "StoreUnavailable", /"worker" lacks a right.*pack/);
      });
    });

    describe("over TLS", () => {
      let folder: string;
      before(() => {
        folder = mkdtempSync(join(tmpdir(), "integration-packs-tls-"));
        writeFileSync(join(folder, "ca.crt"), cert);
        writeFileSync(join(folder, "other.crt"), selfSignedCertificate().cert);
      });
      after(() => rmSync(folder, { recursive: true, force: true }));
      const verified = async (more: Partial<RecordsAddress>) =>
        open({ ...(await get().createDatabase()), sslMode: "verify-full", ...more });

      it("opens with a certificate of the authority that the address names", async () => {
        const records = await verified({ sslRootCert: join(folder, "ca.crt") });
        assert.deepEqual(await records.history(), []);
      });

      it("refuses an unknown authority, and a certificate of another host", async () => {
        const unknown = await verified({ sslRootCert: join(folder, "other.crt") });
        await rejectsWith(unknown.history(), "StoreUnavailable", /certificate .* is not trusted/);
        await rejectsWith(
          (await verified({})).history(),
          "StoreUnavailable",
          /certificate .* is not trusted/,
        );
        const elsewhere = await verified({ host: "localhost", sslRootCert: join(folder, "ca.crt") });
        await rejectsWith(elsewhere.history(), "StoreUnavailable", /certificate .* is not trusted/);
      });
    });
  },
  { settings: ["ssl=on"], files: { "server.crt": cert, "server.key": key } },
);
