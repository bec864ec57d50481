import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { Connection } from "../../../../src/backend/sqlite/connection.ts";
import { localFormat } from "../../../../src/backend/local/localFormat.ts";
import { migrate } from "../../../../src/backend/sqlite/migrate.ts";
import { assertSameBytes } from "../../../support/assertSameBytes.ts";
import { ids, store } from "../../../support/fixtures/store.ts";
import { LocalStores } from "../../../support/store/localStores.ts";

const { applicationId, errors } = localFormat;

const steps = [
  "CREATE TABLE fruit (name TEXT NOT NULL) STRICT; INSERT INTO fruit VALUES ('apple')",
  "ALTER TABLE fruit ADD COLUMN colour TEXT NOT NULL DEFAULT 'green'",
  "UPDATE fruit SET colour = 'red'; CREATE TABLE basket (name TEXT NOT NULL) STRICT",
];

const formatOf = (migrations: readonly string[]) => ({
  applicationId,
  migrations,
  errors,
  summarize: () => undefined,
});

describe("the format of the store", () => {
  let stores: LocalStores;
  beforeEach(() => (stores = new LocalStores()));
  afterEach(() => stores.dispose());

  function withConnection<T>(work: (connection: Connection) => T): T {
    const connection = new Connection(stores.file);
    try {
      return work(connection);
    } finally {
      connection.close();
    }
  }

  it("is reached from any earlier format, step by step, without loss", () => {
    for (let from = 0; from <= steps.length; from += 1) {
      withConnection((connection) => {
        migrate(connection, formatOf(steps.slice(0, from)));
        assert.equal(connection.pragma("user_version"), from);
        migrate(connection, formatOf(steps));
        assert.equal(connection.pragma("user_version"), steps.length);
        assert.equal(connection.pragma("application_id"), applicationId);
        assert.deepEqual({ ...connection.get("SELECT * FROM fruit") }, { name: "apple", colour: "red" });
        connection.execute("DROP TABLE fruit; DROP TABLE basket; PRAGMA user_version = 0");
      });
    }
  });

  it("stays at the last successful step when a step fails", () => {
    const broken = [steps[0] ?? "", "INSERT INTO fruit VALUES ('pear'); SELECT nonsense FROM nowhere"];
    withConnection((connection) => {
      assert.throws(() => migrate(connection, formatOf(broken)), /nowhere/);
      assert.equal(connection.pragma("user_version"), 1);
      assert.equal(connection.inTransaction, false);
      assert.equal(connection.all("SELECT * FROM fruit").length, 1);
      migrate(connection, formatOf(steps));
      assert.equal(connection.pragma("user_version"), steps.length);
    });
  });

  it("finds no release plan in a store from before there were plans", async () => {
    withConnection((connection) => {
      migrate(connection, formatOf(localFormat.migrations.slice(0, 4)));
      connection.execute(`
        INSERT INTO pack VALUES (1, 'p', 'Orders', 'orders', '', 'SINGLE', 'packaged');
        INSERT INTO release VALUES (1, 'r', 1, '2026-01-01T00:00:00Z', 1767225600000, 'dev', 'immediate', NULL);
        INSERT INTO schedule_event VALUES (1, 1, '2026-01-01T00:00:00Z', 'dev', 'released', '2026-01-01', 'UTC', NULL);
      `);
    });
    const backend = await stores.open();
    const [release] = await backend.history("p");
    assert.ok(release?.releaseId === "r" && !("plan" in release));
    const [pack] = (await backend.snapshots.export()).packs;
    assert.ok(pack?.scheduleEvents?.[0] && !("plan" in pack.scheduleEvents[0]));
  });

  it("is not changed when it is the newest", async () => {
    (await stores.openWith(store())).dispose();
    const before = readFileSync(stores.file);
    const backend = await stores.open();
    assert.equal((await backend.listPacks()).length, 6);
    backend.dispose();
    assertSameBytes(readFileSync(stores.file), before);
  });

  it("has the application id, a write-ahead log, strict tables and valid references", async () => {
    await stores.openWith(store());
    const file = new DatabaseSync(stores.file);
    try {
      const pragma = (name: string) => file.prepare(`PRAGMA ${name}`).get()?.[name];
      assert.equal(pragma("application_id"), applicationId);
      assert.equal(pragma("user_version"), localFormat.migrations.length);
      assert.equal(pragma("journal_mode"), "wal");
      const tables = file.prepare("SELECT name, strict FROM pragma_table_list WHERE type = 'table'").all();
      const own = tables.filter(({ name }) => !String(name).startsWith("sqlite_"));
      assert.ok(own.length > 10);
      assert.deepEqual(
        own.filter(({ strict }) => strict !== 1),
        [],
      );
      assert.deepEqual(file.prepare("PRAGMA foreign_key_check").all(), []);
    } finally {
      file.close();
    }
  });

  it("rejects broken references and values of another type", async () => {
    (await stores.openWith(store())).dispose();
    withConnection((connection) => {
      assert.throws(
        () => connection.run("DELETE FROM component WHERE component_id = ?", ids.createOrder),
        /FOREIGN KEY/,
      );
      assert.throws(
        () => connection.run("UPDATE packaged_version SET component_version = 'four'"),
        /cannot store TEXT/,
      );
      assert.throws(() => connection.run("UPDATE pack SET installation_type = 'MANY'"), /CHECK/);
    });
  });
});
