import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { recordsFormat } from "../../../src/backend/platform/records/sqlite/recordsFormat.ts";
import { SqliteReleaseRecords } from "../../../src/backend/platform/records/sqlite/sqliteReleaseRecords.ts";
import { Database } from "../../../src/backend/sqlite/database.ts";
import { planRecordsContract } from "./planRecordsContract.ts";
import { recordsContract, type WithRecords } from "./recordsContract.ts";

const withRecords: WithRecords = async (test) => {
  const folder = mkdtempSync(join(tmpdir(), "integration-packs-records-"));
  const opened: SqliteReleaseRecords[] = [];
  try {
    await test(async (clock) => {
      const database = await Database.open({ file: join(folder, "records.db") }, recordsFormat);
      const records = new SqliteReleaseRecords(database, "account", clock);
      opened.push(records);
      return records;
    });
  } finally {
    for (const records of opened) records.dispose();
    rmSync(folder, { recursive: true, force: true });
  }
};

recordsContract("SQLite", withRecords);
planRecordsContract("SQLite", withRecords);
