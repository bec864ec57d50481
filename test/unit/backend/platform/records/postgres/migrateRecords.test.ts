import assert from "node:assert/strict";
import { setImmediate as turn } from "node:timers/promises";
import { checkFormat } from "../../../../../../src/backend/platform/records/postgres/server/checkFormat.ts";
import { migrateRecords } from "../../../../../../src/backend/platform/records/postgres/server/migrateRecords.ts";
import type { RecordsAddress } from "../../../../../../src/backend/platform/records/postgres/server/recordsAddress.ts";
import { schemaSteps } from "../../../../../../src/backend/platform/records/postgres/server/recordsSchema.ts";
import { rejectsWith } from "../../../../../support/rejectsWith.ts";

const latest = schemaSteps.length;
const address: RecordsAddress = {
  user: "worker",
  host: "db.example.com",
  port: 5432,
  database: "packs",
  sslMode: "verify-full",
};
const failure = (code: string) => Object.assign(new Error(`It failed: ${code}.`), { code });

/** A database with a format, or an empty one. */
class Database {
  /** The statements that were run, by their first word and what they are about. */
  readonly ran: string[] = [];
  isRunning = false;
  version: number | undefined;
  /** What fails when a statement is run that contains the text. */
  failures: { readonly text: string; readonly error: Error; times: number }[] = [];

  constructor(version?: number) {
    this.version = version;
  }

  readonly query = async (sql: string, parameters: readonly unknown[] = []) => {
    assert.ok(!this.isRunning, "one statement at a time");
    this.isRunning = true;
    await turn();
    this.isRunning = false;
    this.ran.push(sql.trim());
    const failing = this.failures.find(({ text, times }) => times > 0 && sql.includes(text));
    if (failing) {
      failing.times -= 1;
      throw failing.error;
    }
    if (sql.includes("CREATE TABLE IF NOT EXISTS integration_packs.format")) this.version ??= 0;
    if (sql.startsWith("UPDATE integration_packs.format")) this.version = Number(parameters[0]);
    if (!sql.startsWith("SELECT version")) return [];
    if (this.version === undefined) throw failure("42P01");
    return [{ version: this.version }];
  };

  fail(text: string, error: Error, times = 1): this {
    this.failures.push({ text, error, times });
    return this;
  }

  count(text: string): number {
    return this.ran.filter((sql) => sql.includes(text)).length;
  }
}

describe("the format of shared records", () => {
  it("is made from its first step on in an empty database, and only what is missing elsewhere", async () => {
    for (const before of [undefined, 0, 1, latest]) {
      const database = new Database(before);
      assert.deepEqual(await migrateRecords(database.query), { before: before ?? 0, after: latest });
      assert.equal(database.count("scheduled_release ADD COLUMN"), (before ?? 0) < 2 ? 1 : 0);
      assert.equal(database.count("UPDATE integration_packs.format"), (before ?? 0) < latest ? 1 : 0);
      assert.deepEqual([database.ran.at(-1), database.isRunning], ["COMMIT", false]);
    }
  });

  it("stays when it is newer than this program's", async () => {
    const database = new Database(latest + 1);
    assert.deepEqual(await migrateRecords(database.query), { before: latest + 1, after: latest + 1 });
    assert.equal(database.version, latest + 1);
  });

  it("stays when a step fails, whose error is reported also when taking the steps back fails", async () => {
    for (const rollbacks of [0, 1]) {
      const database = new Database(1).fail("ADD COLUMN", failure("53100"));
      database.fail("ROLLBACK", failure("08006"), rollbacks);
      await assert.rejects(migrateRecords(database.query), /53100/);
      assert.deepEqual([database.ran.at(-1), database.version], ["ROLLBACK", 1]);
    }
  });

  it("is created again while another program creates it, ten times at most", async () => {
    for (const code of ["23505", "42P06", "42P07"]) {
      const database = new Database().fail("CREATE SCHEMA", failure(code), 9);
      assert.equal((await migrateRecords(database.query)).after, latest);
      assert.equal(database.count("CREATE SCHEMA"), 10);
    }
    const never = new Database().fail("CREATE SCHEMA", failure("23505"), 99);
    await assert.rejects(migrateRecords(never.query), /23505/);
    assert.equal(never.count("CREATE SCHEMA"), 10);
    const refused = new Database().fail("CREATE SCHEMA", failure("42501"), 99);
    await assert.rejects(migrateRecords(refused.query), /42501/);
    assert.equal(refused.count("CREATE SCHEMA"), 1);
  });

  it("is checked by one statement where it is there, and is at most this program's", async () => {
    for (const [version, format] of [
      [1, 1],
      [latest, latest],
      [latest + 1, latest],
    ] as const) {
      const database = new Database(version);
      assert.equal(await checkFormat(database.query, address), format);
      assert.equal(database.ran.length, 1);
    }
  });

  it("is set up where it is missing or was not completed, by a role that may", async () => {
    for (const before of [undefined, 0]) {
      const database = new Database(before);
      assert.equal(await checkFormat(database.query, address), latest);
      assert.equal(database.version, latest);
    }
    const forbidden = new Database().fail("CREATE SCHEMA", failure("42501"));
    await rejectsWith(
      checkFormat(forbidden.query, address),
      "StoreUnavailable",
      /"worker" may not set it up/,
    );
    const full = new Database().fail("CREATE SCHEMA", failure("53100"));
    await assert.rejects(checkFormat(full.query, address), /53100/);
  });

  it("is not set up where reading it fails for another reason than that it is missing", async () => {
    const database = new Database(1).fail("SELECT version", failure("57P01"));
    await assert.rejects(checkFormat(database.query, address), /57P01/);
    assert.equal(database.ran.length, 1);
  });
});
