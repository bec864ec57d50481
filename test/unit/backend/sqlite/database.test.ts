import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Database, type DatabaseOptions } from "../../../../src/backend/sqlite/database.ts";
import { movedVersion, type DatabaseFormat } from "../../../../src/backend/sqlite/databaseFormat.ts";
import { createPropertyTable, writeProperty } from "../../../../src/backend/sqlite/properties.ts";
import { integer } from "../../../../src/backend/sqlite/rows.ts";
import { rejectsWith } from "../../../support/rejectsWith.ts";
import { damagePages } from "../../../support/store/damagePages.ts";
import { executeElsewhere } from "../../../support/store/executeElsewhere.ts";
import { namedErrors } from "../../../support/store/namedErrors.ts";

const format: DatabaseFormat = {
  applicationId: 77,
  migrations: [`CREATE TABLE t (a TEXT); ${createPropertyTable}`],
  errors: namedErrors,
  summarize: () => undefined,
};

/** The size up to which files are checked completely when they are opened, in bytes. */
const smallFile = 4_194_304;

describe("a database file", () => {
  let folder: string;
  let file: string;
  let opened: Database[];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "integration-packs-database-"));
    file = join(folder, "store.db");
    opened = [];
  });
  afterEach(() => {
    for (const database of opened) database.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = async (options: Partial<DatabaseOptions> = {}) => {
    const database = await Database.open({ file, lockPatience: 0, ...options }, format);
    opened.push(database);
    return database;
  };
  const busy = (result: number) => Object.assign(new Error("database is locked"), { errcode: result });

  it("that was moved says where to, and nothing where its content does not", async () => {
    const database = await open();
    await database.write((connection) => writeProperty(connection, "movedTo", "postgres://records"));
    database.dispose();
    executeElsewhere(file, `PRAGMA user_version = ${movedVersion}`);
    await rejectsWith(open(), "StoreUnavailable", /^moved .*store\.db postgres:\/\/records$/);
    executeElsewhere(file, "DELETE FROM property");
    await rejectsWith(open(), "StoreUnavailable", /^moved .*store\.db $/);
  });

  it("of a newer format is refused while its version is only in the write-ahead log", async () => {
    (await open()).dispose();
    const other = new DatabaseSync(file);
    other.exec("PRAGMA wal_autocheckpoint = 0; PRAGMA user_version = 2");
    assert.equal(readFileSync(file).readInt32BE(60), 1);
    await rejectsWith(open(), "StoreUnavailable", /^newerFormat .* 2$/);
    other.close();
  });

  describe("with a damaged page", () => {
    /** Fills the file up to a size, and damages its last pages. */
    const damaged = async (bytes: number) => {
      (await open()).dispose();
      const other = new DatabaseSync(file);
      const insert = other.prepare("INSERT INTO t VALUES (?)");
      for (const row = "x".repeat(900); ;) {
        insert.run(row);
        other.exec("PRAGMA wal_checkpoint(TRUNCATE)");
        if (statSync(file).size >= bytes) break;
        other.exec("BEGIN");
        const missing = Math.max(1, Math.floor((bytes - statSync(file).size) / 4096) * 3);
        for (let count = 0; count < missing; count += 1) insert.run(row);
        other.exec("COMMIT");
      }
      other.close();
      assert.equal(statSync(file).size, bytes);
      const content = readFileSync(file);
      writeFileSync(file, damagePages(content, content.length / 4096 - 2));
    };

    for (const bytes of [40_960, smallFile]) {
      it(`of ${bytes} bytes is refused when it is opened`, async () => {
        await damaged(bytes);
        await rejectsWith(open(), "StoreUnavailable", /^damaged/);
      });
    }

    it("opens where it is larger, since the check would take too long", async () => {
      await damaged(smallFile + 4096);
      const database = await open();
      await rejectsWith(
        database.read((connection) => connection.all("SELECT * FROM t")),
        "StoreUnavailable",
        /^damaged/,
      );
    });
  });

  describe("that another program has locked", () => {
    /** Counts the attempts at something that always finds the lock. */
    const attemptsAt = async (lockPatience: number, error = busy(5)) => {
      const database = await open({ lockPatience });
      let attempts = 0;
      await assert.rejects(
        database.read(() => {
          attempts += 1;
          throw error;
        }),
      );
      return attempts;
    };

    it("is tried once without patience", async () => {
      assert.equal(await attemptsAt(0), 1);
    });

    it("is tried again after growing pauses", async () => {
      const attempts = await attemptsAt(150);
      assert.ok(attempts >= 2 && attempts <= 5, `${attempts} attempts`);
    });

    it("is not tried again after any other failure", async () => {
      assert.equal(await attemptsAt(150, busy(11)), 1);
    });

    it("is announced as changed only once the change is made", async () => {
      const database = await open({ lockPatience: 60_000 });
      const count = () =>
        database.read((connection) => integer(connection.get("SELECT count(*) AS n FROM t") ?? {}, "n"));
      const counts: Promise<number>[] = [];
      database.onDidChange(() => void counts.push(count()));
      let isLocked = true;
      await database.write((connection) => {
        connection.run("INSERT INTO t VALUES ('a')");
        if (!isLocked) return;
        isLocked = false;
        throw busy(5);
      });
      await Promise.resolve();
      assert.deepEqual(await Promise.all(counts), [1]);
    });
  });

  it("cannot be used once it is closed", async () => {
    const database = await open();
    database.dispose();
    database.dispose();
    await rejectsWith(
      database.read(() => 1),
      "StoreUnavailable",
      /^failed .* it was closed$/,
    );
  });
});
