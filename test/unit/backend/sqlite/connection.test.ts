import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Connection } from "../../../../src/backend/sqlite/connection.ts";
import type { DatabaseFormat } from "../../../../src/backend/sqlite/databaseFormat.ts";
import { recordOwner } from "../../../../src/backend/sqlite/earlier/recordOwner.ts";
import { findDamage } from "../../../../src/backend/sqlite/findDamage.ts";
import { inTransaction } from "../../../../src/backend/sqlite/inTransaction.ts";
import { migrate } from "../../../../src/backend/sqlite/migrate.ts";
import { openAlone } from "../../../../src/backend/sqlite/openAlone.ts";
import { createPropertyTable, readProperty } from "../../../../src/backend/sqlite/properties.ts";
import { integer } from "../../../../src/backend/sqlite/rows.ts";
import { throwsWith } from "../../../support/rejectsWith.ts";
import { namedErrors } from "../../../support/store/namedErrors.ts";

describe("a connection to a database", () => {
  let folder: string;
  let file: string;
  let connection: Connection;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "integration-packs-connection-"));
    file = join(folder, "store.db");
    connection = new Connection(file);
    connection.execute("CREATE TABLE t (a TEXT)");
  });
  afterEach(() => {
    connection.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const count = () => integer(connection.get("SELECT count(*) AS n FROM t") ?? {}, "n");

  it("knows whether a query finds a row, also one of NULL", () => {
    assert.equal(connection.exists("SELECT * FROM t"), false);
    assert.equal(connection.insert("t", { a: null }), 1);
    assert.equal(connection.exists("SELECT a FROM t"), true);
    assert.equal(connection.exists("SELECT a FROM t WHERE a = ?", "b"), false);
  });

  it("creates a file only where it may, and changes nothing where it may only read", () => {
    for (const access of ["read", "write"] as const) {
      assert.throws(() => new Connection(join(folder, "missing.db"), access));
      assert.ok(!existsSync(join(folder, "missing.db")));
    }
    const reader = new Connection(file, "read");
    assert.throws(() => reader.run("INSERT INTO t VALUES ('a')"), /readonly/);
    reader.close();
    const writer = new Connection(file, "write");
    writer.run("INSERT INTO t VALUES ('a')");
    writer.close();
    assert.equal(count(), 1);
  });

  it("refuses a row that refers to one that is not there", () => {
    connection.execute("CREATE TABLE u (k INTEGER PRIMARY KEY); CREATE TABLE v (k INTEGER REFERENCES u)");
    assert.throws(() => connection.run("INSERT INTO v VALUES (1)"), /FOREIGN KEY/);
  });

  describe("in a transaction", () => {
    const fail = (work: () => void) =>
      assert.throws(
        () =>
          inTransaction(connection, "IMMEDIATE", () => {
            connection.run("INSERT INTO t VALUES ('a')");
            work();
          }),
        /the reason/,
      );

    it("changes all or nothing", () => {
      fail(() => {
        throw new Error("the reason");
      });
      assert.deepEqual([count(), connection.inTransaction], [0, false]);
      inTransaction(connection, "IMMEDIATE", () => connection.run("INSERT INTO t VALUES ('a')"));
      assert.deepEqual([count(), connection.inTransaction], [1, false]);
    });

    it("fails with its reason also where SQLite has ended it already", () => {
      fail(() => {
        connection.execute("ROLLBACK");
        throw new Error("the reason");
      });
      assert.equal(count(), 0);
    });
  });

  describe("that migrates its file", () => {
    const format = (...migrations: string[]): DatabaseFormat => ({
      applicationId: 77,
      migrations,
      errors: namedErrors,
      summarize: () => undefined,
    });

    it("runs the steps that the file lacks, in their order, then the update each time", () => {
      let updates = 0;
      const update = () => void (updates += 1);
      migrate(connection, { ...format("INSERT INTO t VALUES ('1')"), update });
      assert.deepEqual([connection.pragma("application_id"), connection.pragma("user_version")], [77, 1]);
      const steps = [
        "INSERT INTO t VALUES ('1')",
        "INSERT INTO t VALUES ('2')",
        "INSERT INTO t VALUES ('3')",
      ];
      for (let times = 0; times < 2; times += 1) migrate(connection, { ...format(...steps), update });
      assert.deepEqual(
        connection.all("SELECT a FROM t").map(({ a }) => a),
        ["1", "2", "3"],
      );
      assert.deepEqual([connection.pragma("application_id"), connection.pragma("user_version")], [77, 3]);
      assert.equal(updates, 3);
    });

    it("changes nothing with a step that fails", () => {
      const failing = format(
        "INSERT INTO t VALUES ('1')",
        "INSERT INTO t VALUES ('2'); INSERT INTO missing VALUES (1)",
      );
      assert.throws(() => migrate(connection, failing), /missing/);
      assert.deepEqual([count(), connection.pragma("user_version")], [1, 1]);
    });

    it("leaves a step to another program that ran it in between", () => {
      /** Reads the version as it was before the other program, the first time. */
      class LateConnection extends Connection {
        #isLate = true;

        override pragma(name: "application_id" | "user_version" | "data_version"): number {
          const found = super.pragma(name);
          if (!this.#isLate) return found;
          this.#isLate = false;
          return 0;
        }
      }
      migrate(connection, format("INSERT INTO t VALUES ('1')"));
      const late = new LateConnection(file);
      migrate(late, format("INSERT INTO t VALUES ('1')"));
      late.close();
      assert.equal(count(), 1);
    });
  });

  describe("that looks for damage", () => {
    it("finds none in a file that is intact", () => {
      assert.equal(findDamage(connection), undefined);
    });

    it("finds a value that its column does not allow", () => {
      connection.execute(
        `CREATE TABLE positive (n INTEGER CHECK (n > 0)); PRAGMA ignore_check_constraints = ON;
        INSERT INTO positive VALUES (-1); PRAGMA ignore_check_constraints = OFF`,
      );
      assert.match(findDamage(connection) ?? "", /CHECK constraint failed in positive/);
    });

    it("finds a row that refers to one that is not there", () => {
      connection.execute(
        `PRAGMA foreign_keys = OFF; CREATE TABLE u (k INTEGER PRIMARY KEY);
        CREATE TABLE v (k INTEGER REFERENCES u); INSERT INTO v VALUES (1)`,
      );
      assert.equal(findDamage(connection), "a row refers to one that is not there");
    });
  });

  describe("that opens a file alone", () => {
    const format = { applicationId: 77, migrations: [], errors: namedErrors, summarize: () => undefined };

    it("is refused while another program has it open, by the name of the file", () => {
      connection.execute("PRAGMA journal_mode = WAL; BEGIN; SELECT * FROM t");
      throwsWith(() => openAlone(file, format), "StoreUnavailable", /^locked .*store\.db$/);
      connection.execute("COMMIT");
    });

    it("keeps others out until it is closed, and leaves no log", () => {
      connection.execute("PRAGMA journal_mode = WAL; INSERT INTO t VALUES ('a')");
      connection.close();
      const alone = openAlone(file, format);
      const other = new Connection(file, "write", 0);
      assert.throws(() => other.run("INSERT INTO t VALUES ('b')"), /locked/);
      alone.close();
      other.run("INSERT INTO t VALUES ('b')");
      other.close();
      assert.ok(!existsSync(`${file}-wal`));
      connection = new Connection(file);
      assert.equal(count(), 2);
    });
  });

  it("records which workspace the file belongs to, and writes nothing where that is recorded", () => {
    connection.execute(createPropertyTable);
    const written = () => integer(connection.get("SELECT total_changes() AS n") ?? {}, "n");
    const owners = [
      { workspaceFolder: "/a", repository: "r" },
      { workspaceFolder: "/a", repository: "s" },
      { workspaceFolder: "/b", repository: "s" },
    ];
    for (const owner of owners) {
      recordOwner(connection, owner);
      assert.equal(readProperty(connection, "workspaceFolder"), owner.workspaceFolder);
      assert.equal(readProperty(connection, "repository"), owner.repository);
      const before = written();
      recordOwner(connection, owner);
      assert.equal(written(), before);
    }
  });
});
